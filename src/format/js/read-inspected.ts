import type { TextReader } from '../shared/text-reader.ts';
import { readString } from './read-string.ts';

/** Any object as Node.js inspects it, read only as far as a printed error needs. */
export type Inspected =
  | { readonly kind: 'string'; readonly value: string; readonly cut?: number }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Inspected> }
  | { readonly kind: 'array' }
  /** A number, a keyword, `[Object]`, `[Getter]` and so on. */
  | { readonly kind: 'word'; readonly text: string };

const SPACE = /\s*/y;
/** `RequestResult {`, `[Object: null prototype] {`, `<ref *1> Client {` */
const CLASS = /(?:<ref \*\d+> )?(?:[A-Za-z_$][\w$]* |\[[^\]\n]+\] )?\{/y;
const BARE_KEY = /[A-Za-z_$][\w$]*|\[Symbol\([^)\n]*\)\]|\[[^\]\n]+\]/y;
const ELIDED =
  /\[(?:Object|Array|Function|Getter|Setter|Circular|class|Symbol|[A-Z]\w*)(?=[\s\]:*/(])[^\]\n]*\]/y;
const WORD = /[^\s,}\]]+/y;
const MORE = /\.\.\. \d+ more items?/y;

/** Reads one inspected value. */
export function readInspected(reader: TextReader): Inspected {
  reader.match(SPACE);
  const string = readString(reader);
  if (string !== undefined) return { kind: 'string', ...string };
  if (reader.match(CLASS) !== undefined) return { kind: 'object', members: readMembers(reader) };
  const elided = reader.match(ELIDED)?.[0];
  if (elided !== undefined) return { kind: 'word', text: elided };
  if (reader.takes('[')) return readItems(reader);
  const word = reader.match(WORD)?.[0];
  return word === undefined ? reader.fail('an inspected value') : { kind: 'word', text: word };
}

function readMembers(reader: TextReader): ReadonlyMap<string, Inspected> {
  const members = new Map<string, Inspected>();
  reader.match(SPACE);
  while (!reader.takes('}')) {
    const key = readString(reader)?.value ?? reader.match(BARE_KEY)?.[0] ?? reader.fail('a key or "}"');
    reader.expect(':');
    members.set(key, readInspected(reader));
    reader.match(SPACE);
    if (!reader.takes(',') && !reader.sees('}')) reader.fail('"," or "}"');
    reader.match(SPACE);
  }
  return members;
}

function readItems(reader: TextReader): Inspected {
  reader.match(SPACE);
  while (!reader.takes(']')) {
    if (reader.match(MORE) === undefined) readInspected(reader);
    reader.match(SPACE);
    if (!reader.takes(',') && !reader.sees(']')) reader.fail('"," or "]"');
    reader.match(SPACE);
  }
  return { kind: 'array' };
}
