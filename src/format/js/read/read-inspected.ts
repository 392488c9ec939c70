import type { TextReader } from '../../shared/text-reader.ts';
import { readString } from './read-string.ts';

/** Any object as Node.js inspects it. */
export type Inspected =
  | { readonly kind: 'string'; readonly value: string; readonly cut?: number }
  | { readonly kind: 'object'; readonly className?: string; readonly members: ReadonlyMap<string, Inspected> }
  | {
      readonly kind: 'array';
      readonly className?: string;
      readonly items: readonly Inspected[];
      readonly more?: number;
    }
  /** A number, a keyword, `[Object]`, `[Getter]` and so on. */
  | { readonly kind: 'word'; readonly text: string };

const SPACE = /\s*/y;
/** `RequestResult {`, `[Object: null prototype] {`, `<ref *1> Client {` */
const CLASS = /(?:<ref \*\d+> )?(?:([A-Za-z_$][\w$]*) |\[[^\]\n]+\] )?\{/y;
const ARRAY_CLASS = /([A-Z]\w*)(?:\(\d+\))? (?=\[)/y;
/** Node.js 24 is the first to write `Symbol(sensitiveHeaders)` without brackets. */
const BARE_KEY = /Symbol\([^)\n]*\)|[A-Za-z_$][\w$]*|\[Symbol\([^)\n]*\)\]|\[[^\]\n]+\]/y;
const ELIDED =
  /\[(?:Object|Array|Function|Getter|Setter|Circular|class|Symbol|[A-Z]\w*)(?=[\s\]:*/(])[^\]\n]*\]/y;
const WORD = /[^\s,}\]]+/y;
const MORE = /\.\.\. (\d+) more items?/y;
/** Node.js prints an error no deeper; a user's own object of an error may be. */
const MOST_LEVELS = 400;

/** Reads one inspected value. */
export function readInspected(reader: TextReader, level = 0): Inspected {
  if (level > MOST_LEVELS) reader.fail(`a value nested less than ${MOST_LEVELS} levels deep`);
  reader.match(SPACE);
  const string = readString(reader);
  if (string !== undefined) return { kind: 'string', ...string };
  const object = reader.match(CLASS);
  if (object !== undefined)
    return { kind: 'object', ...named(object[1]), members: readMembers(reader, level) };
  const elided = reader.match(ELIDED)?.[0];
  if (elided !== undefined) return { kind: 'word', text: elided };
  const array = reader.match(ARRAY_CLASS);
  if (reader.takes('[')) return { kind: 'array', ...named(array?.[1]), ...readItems(reader, level) };
  const word = reader.match(WORD)?.[0];
  return word === undefined ? reader.fail('an inspected value') : { kind: 'word', text: word };
}

/** Reads the members of an object up to its closing brace. */
export function readMembers(reader: TextReader, level = 0): ReadonlyMap<string, Inspected> {
  const members = new Map<string, Inspected>();
  reader.match(SPACE);
  while (!reader.takes('}')) {
    const key = readString(reader)?.value ?? reader.match(BARE_KEY)?.[0] ?? reader.fail('a key or "}"');
    reader.expect(':');
    members.set(key, readInspected(reader, level + 1));
    reader.match(SPACE);
    if (!reader.takes(',') && !reader.sees('}')) reader.fail('"," or "}"');
    reader.match(SPACE);
  }
  return members;
}

function readItems(
  reader: TextReader,
  level: number,
): { readonly items: readonly Inspected[]; more?: number } {
  const items: Inspected[] = [];
  let more: number | undefined;
  reader.match(SPACE);
  while (!reader.takes(']')) {
    const cut = reader.match(MORE)?.[1];
    if (cut === undefined) items.push(readInspected(reader, level + 1));
    else more = Number(cut);
    reader.match(SPACE);
    if (!reader.takes(',') && !reader.sees(']')) reader.fail('"," or "]"');
    reader.match(SPACE);
  }
  return more === undefined ? { items } : { items, more };
}

function named(className: string | undefined): { readonly className?: string } {
  return className === undefined ? {} : { className };
}
