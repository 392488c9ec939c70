import { build, type RefValue, type Value } from '../../value/index.ts';
import { after } from '../shared/ambiguous/after.ts';
import { stretch } from '../shared/ambiguous/leaf.ts';
import type { Rule } from '../shared/ambiguous/rule.ts';
import { pathOf, refOfPath } from '../shared/path-ref.ts';
import { isAt } from '../shared/text-reader.ts';
import { wellFormed } from '../shared/well-formed.ts';
import { ADDRESS } from './mask.ts';
import { addressOnly } from './words.ts';

const NIL = ' <nil>';
const UNSAID = build.unsaid('address only');
const SPACE = 0x20;
const SLASH = 0x2f;
const LESS = 0x3c;
const CLOSE = 0x7d;

/** A path begins with a native collection: other structures in braces do not look so. */
const PATH = /\{[a-z_]+[/}]/y;

function beginsPath(text: string, at: number): boolean {
  PATH.lastIndex = at;
  return PATH.test(text);
}

/** How a release prints refs, and reads them. */
export interface RefStyle {
  /** Whether natives are pointers, of which nothing but the address is printed inside a container. */
  readonly nativesAreAddresses: boolean;
  /** A ref that is no native one. */
  readonly text: (ref: RefValue) => string;
  readonly project: (ref: RefValue) => Value;
  /** What stands behind the id of a native ref at top level; absent: natives print as others do. */
  readonly nativeTail?: string;
  /** The end of a ref that begins at a brace, with an id in which no value could begin or end; -1: there is none. */
  readonly plainEnd: (text: string, at: number) => number;
  /** The places where a ref with any id may end that begins at a brace. */
  readonly ends: (text: string, at: number, skipped: () => void) => Iterable<number>;
  /** Whether a ref that begins at a brace may end at the place behind another one. */
  readonly isEnd: (text: string, at: number, end: number) => boolean;
  readonly read: (text: string, at: number, end: number) => Value;
}

/** Releases whose refs have one field, the path: v1.0.0. */
export const pathRefs: RefStyle = {
  nativesAreAddresses: false,
  text: (ref) => `{${wellFormed(pathOf(ref))}}`,
  project: (ref) => refOfPath(wellFormed(pathOf(ref))),
  plainEnd(text, at) {
    const end = endOfId(text, at + 1);
    if (end >= text.length || text.charCodeAt(end) !== CLOSE) return -1;
    const native = endOfNative(text, at + 1);
    return native > at + 1 && (native === end || text.charCodeAt(native) === SLASH) ? end + 1 : -1;
  },
  ends: (text, at) => (beginsPath(text, at) ? after(text, at, '}') : []),
  isEnd: (text, at, end) =>
    beginsPath(text, at) && (PATH.lastIndex === end || isAt(text, PATH.lastIndex - 1, '/')),
  read: (text, at, end) => refOfPath(text.slice(at + 1, end - 1)),
};

/** Releases whose refs have pointers to a class and a database (v2.0.0), and one to a collection too (2.7.0). */
export function pointerRefs(fields: 'class' | 'collection'): RefStyle {
  // Collection and class are the same pointer.
  const twice = fields === 'collection';
  const nativeTail = twice ? ' <nil> <nil> <nil>}' : ' <nil> <nil>}';

  /** All pointers nil is a native ref's content, which is printed at top level only, behind an ampersand. */
  function isEnd(text: string, at: number, end: number): boolean {
    const database = startOfPointer(text, end - 1);
    const last = startOfPointer(text, database);
    const first = twice ? startOfSame(text, last, database) : last;
    return first > at && !text.endsWith(nativeTail, end);
  }

  return {
    nativesAreAddresses: true,
    text(ref) {
      const collection = ref.collection === undefined ? '<nil>' : ADDRESS;
      const database = ref.database === undefined ? '<nil>' : ADDRESS;
      const id = typeof ref.id === 'string' ? wellFormed(ref.id) : '';
      return `{${id} ${collection}${twice ? ` ${collection}` : ''} ${database}}`;
    },
    project(ref) {
      const part = (known: unknown) => (known === undefined ? undefined : UNSAID);
      return build.ref(ref.id, part(ref.collection), part(ref.database));
    },
    nativeTail,
    plainEnd(text, at) {
      const id = endOfId(text, at + 1);
      if (id === at + 1 || isAt(text, id, nativeTail)) return -1;
      const collection = endOfPointer(text, id);
      const end = endOfPointer(text, twice ? endOfSame(text, id, collection) : collection);
      return end !== -1 && end < text.length && text.charCodeAt(end) === CLOSE ? end + 1 : -1;
    },
    ends: (text, at, skipped) => after(text, at + 1, '}', (whole, end) => isEnd(whole, at, end), skipped),
    isEnd,
    read(text, at, end) {
      const database = text.lastIndexOf(' ', end - 1);
      const collection = text.lastIndexOf(' ', database - 1);
      const id = twice ? text.lastIndexOf(' ', collection - 1) : collection;
      const part = (pointer: number) => (text.charCodeAt(pointer + 1) === LESS ? undefined : UNSAID);
      return build.ref(text.slice(at + 1, id), part(collection), part(database));
    },
  };
}

/** The first place from `at` on that is white space, a bracket or a brace, or the end. */
function endOfId(text: string, at: number): number {
  let end = at;
  while (end < text.length && isOfId(text.charCodeAt(end))) end += 1;
  return end;
}

function isOfId(unit: number): boolean {
  if (unit >= 0x80) return !/\s/.test(String.fromCharCode(unit));
  return unit > SPACE && unit !== 0x5b && unit !== 0x5d && unit !== 0x7b && unit !== CLOSE;
}

/** The end of the small letters and low lines that begin at `at`, of which the names of native collections are made. */
function endOfNative(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    if ((unit < 0x61 || unit > 0x7a) && unit !== 0x5f) break;
  }
  return end;
}

/** The end of a space and a pointer at `at`; -1: there is none. */
function endOfPointer(text: string, at: number): number {
  if (at === -1) return -1;
  if (isAt(text, at, NIL)) return at + NIL.length;
  return isAt(text, at, ' 0x') ? endOfHex(text, at + ' 0x'.length) : -1;
}

/** The start of a space and a pointer that end at a place; -1: there are none. */
function startOfPointer(text: string, end: number): number {
  if (end >= NIL.length && isAt(text, end - NIL.length, NIL)) return end - NIL.length;
  let start = end;
  while (start > 0 && isHex(text.charCodeAt(start - 1))) start -= 1;
  return start < end && start >= 3 && isAt(text, start - 3, ' 0x') ? start - 3 : -1;
}

/** The start of a stretch that stands twice up to its own end; -1: something else stands there. */
function startOfSame(text: string, at: number, end: number): number {
  const start = 2 * at - end;
  return at !== -1 && start >= 0 && isAt(text, start, text.slice(at, end)) ? start : -1;
}

/** The end of hexadecimal digits, at least one; -1: there are none. */
export function endOfHex(text: string, at: number): number {
  let end = at;
  while (end < text.length && isHex(text.charCodeAt(end))) end += 1;
  return end === at ? -1 : end;
}

function isHex(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x66);
}

/** The end of a stretch that stands again at its own end; -1: something else stands there. */
function endOfSame(text: string, at: number, end: number): number {
  return end !== -1 && isAt(text, end, text.slice(at, end)) ? 2 * end - at : -1;
}

export function isNative(ref: RefValue): boolean {
  return ref.collection === undefined && ref.database === undefined;
}

/** What is left of a ref. */
export function projectRef(ref: RefValue, within: boolean, style: RefStyle): Value {
  if (isNative(ref) && style.nativesAreAddresses) return within ? addressOnly : ref;
  return style.project(ref);
}

/** A ref with an ordinary id, which has one end. */
export function plainRef(style: RefStyle): Rule<Value> {
  const endAt = (text: string, at: number): number => (text[at] === '{' ? style.plainEnd(text, at) : -1);
  return stretch({
    expected: 'a ref',
    ends(text, at) {
      const end = endAt(text, at);
      return end === -1 ? [] : [end];
    },
    fits: (text, at, end) => endAt(text, at) === end,
    read: (text) => style.read(text, 0, text.length),
  });
}

/** Ids are not escaped: with a strange enough one, a ref may end at any later place where one can end. */
export function strangeRef(style: RefStyle): Rule<Value> {
  return stretch({
    expected: 'a ref',
    *ends(text, at, skipped) {
      if (text[at] !== '{') return;
      const plain = style.plainEnd(text, at);
      for (const end of style.ends(text, at, skipped)) if (end !== plain) yield end;
    },
    fits: (text, at, end) =>
      text[at] === '{' &&
      text[end - 1] === '}' &&
      style.isEnd(text, at, end) &&
      style.plainEnd(text, at) !== end,
    read: (text) => style.read(text, 0, text.length),
  });
}

/** A native ref at top level, where Go shows what the pointer points at. */
export function nativeRef(tail: string): Rule<Value> {
  const fits = (text: string): boolean => text.startsWith('&{') && text.endsWith(tail);
  return stretch({
    expected: 'a native ref',
    ends: (text, at) => (fits(text.slice(at)) ? [text.length] : []),
    fits: (text, at, end) => end === text.length && fits(text.slice(at)),
    read: (text): Value => build.ref(text.slice('&{'.length, -tail.length)),
  });
}

/** The style of a release. */
export function refStyle(fields: 'path' | 'class' | 'collection'): RefStyle {
  return fields === 'path' ? pathRefs : pointerRefs(fields);
}
