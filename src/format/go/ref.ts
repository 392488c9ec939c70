import { build, type RefValue, type Value } from '../../value/index.ts';
import { pattern, stretch } from '../shared/ambiguous/leaf.ts';
import type { Rule } from '../shared/ambiguous/rule.ts';
import { pathOf, refOfPath } from '../shared/path-ref.ts';
import { wellFormed } from '../shared/well-formed.ts';
import { ADDRESS } from './mask.ts';
import { addressOnly } from './words.ts';

const POINTER = '(0x[\\da-f]+|<nil>)';

/** A path begins with a native collection: other structures in braces do not look so. */
const PATH = /\{[a-z_]+[/}]/y;

/** How a release prints refs, and reads them. */
export interface RefStyle {
  /** Whether natives are pointers, of which nothing but the address is printed inside a container. */
  readonly nativesAreAddresses: boolean;
  /** A ref that is no native one. */
  readonly text: (ref: RefValue) => string;
  readonly project: (ref: RefValue) => Value;
  /** What stands behind the id of a native ref at top level; absent: natives print as others do. */
  readonly nativeTail?: string;
  /** A ref whose id has nothing in it that could begin or end another value, sticky. */
  readonly plain: RegExp;
  /** The places where a ref with any id may end that begins at a brace. */
  readonly ends: (text: string, at: number) => Iterable<number>;
  /** Whether a text is a ref as a whole. */
  readonly isRef: (text: string) => boolean;
  readonly read: (text: string) => Value;
}

/** Releases whose refs have one field, the path: v1.0.0. */
export const pathRefs: RefStyle = {
  nativesAreAddresses: false,
  text: (ref) => `{${wellFormed(pathOf(ref))}}`,
  project: (ref) => refOfPath(wellFormed(pathOf(ref))),
  plain: /\{[^\s{}[\]]+\}/y,
  *ends(text, at) {
    PATH.lastIndex = at;
    if (!PATH.test(text)) return;
    for (let end = text.indexOf('}', at); end !== -1; end = text.indexOf('}', end + 1)) yield end + 1;
  },
  isRef: (text) => /^\{[a-z_]+(?:\/[\s\S]*)?\}$/.test(text),
  read: (text) => refOfPath(text.slice(1, -1)),
};

/** Releases whose refs have pointers to a class and a database (v2.0.0), and one to a collection too (2.7.0). */
export function pointerRefs(fields: 'class' | 'collection'): RefStyle {
  // Collection and class are the same pointer.
  const twice = fields === 'collection';
  const tail = ` ${POINTER}${twice ? ' \\1' : ''} ${POINTER}\\}`;
  const whole = new RegExp(`^\\{([\\s\\S]*) ${POINTER}${twice ? ' \\2' : ''} ${POINTER}\\}$`);
  const nativeTail = twice ? ' <nil> <nil> <nil>}' : ' <nil> <nil>}';
  return {
    nativesAreAddresses: true,
    text(ref) {
      const collection = ref.collection === undefined ? '<nil>' : ADDRESS;
      const database = ref.database === undefined ? '<nil>' : ADDRESS;
      const id = typeof ref.id === 'string' ? wellFormed(ref.id) : '';
      return `{${id} ${collection}${twice ? ` ${collection}` : ''} ${database}}`;
    },
    project(ref) {
      const part = (known: unknown) => (known === undefined ? undefined : build.unsaid('address only'));
      return build.ref(ref.id, part(ref.collection), part(ref.database));
    },
    nativeTail,
    plain: new RegExp(`\\{[^\\s{}[\\]]+${tail}`, 'y'),
    *ends(text, at) {
      const tails = new RegExp(tail, 'g');
      tails.lastIndex = at + 1;
      for (let found = tails.exec(text); found !== null; found = tails.exec(text))
        if (!text.endsWith(nativeTail, tails.lastIndex)) yield tails.lastIndex;
    },
    // All pointers nil is a native ref's content, which is printed at top level only, behind an ampersand.
    isRef: (text) => !text.endsWith(nativeTail) && whole.test(text),
    read(text) {
      const [, id = '', collection, database] = whole.exec(text) ?? [];
      const part = (pointer: string | undefined) =>
        pointer === '<nil>' ? undefined : build.unsaid('address only');
      return build.ref(id, part(collection), part(database));
    },
  };
}

export function isNative(ref: RefValue): boolean {
  return ref.collection === undefined && ref.database === undefined;
}

/** What is left of a ref. */
export function projectRef(ref: RefValue, within: boolean, style: RefStyle): Value {
  if (isNative(ref) && style.nativesAreAddresses) return within ? addressOnly : ref;
  return style.project(ref);
}

export function plainRef(style: RefStyle): Rule<Value> {
  return pattern('a ref', style.plain, (text) => (style.isRef(text) ? style.read(text) : undefined));
}

/** Ids are not escaped: with a strange enough one, a ref may end at any later place where one can end. */
export function strangeRef(style: RefStyle): Rule<Value> {
  const plainEnd = (text: string, at: number): number => {
    style.plain.lastIndex = at;
    return style.plain.test(text) ? style.plain.lastIndex : -1;
  };
  return stretch({
    expected: 'a ref',
    *ends(text, at) {
      if (text[at] !== '{') return;
      const plain = plainEnd(text, at);
      for (const end of style.ends(text, at)) if (end !== plain) yield end;
    },
    fits: (text, at, end) =>
      text[at] === '{' &&
      text[end - 1] === '}' &&
      style.isRef(text.slice(at, end)) &&
      plainEnd(text, at) !== end,
    read: style.read,
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
