import { readJson } from '../../../value/index.ts';
import { UnprintableValue } from '../../format.ts';
import { makeRef } from '../../js/decode/decode-ref.ts';
import { revive } from '../../js/decode/revive.ts';
import { DateSpecial, RefSpecial, TimeSpecial } from '../../js/decode/specials.ts';
import type { Dialect } from '../../js/dialect.ts';
import { indexOf } from '../../js/read/index-of.ts';
import { endOfString } from '../../js/read/scan-string.ts';
import { skipSpace } from '../../js/read/skip-space.ts';
import { ReadFailure } from '../../shared/read-failure.ts';
import { readName, type Names } from '../../shared/read-names.ts';
import { TextReader } from '../../shared/text-reader.ts';
import { NAMED } from './ref.ts';

/** Where something is read. */
export interface TreePlace {
  readonly reader: TextReader;
  readonly names: Names;
  readonly dialect: Dialect;
  /** Containers and refs around it. */
  readonly level: number;
}

/** Levels that are read: no print of a value that the database could have computed is deeper, and no stack is used up. */
const MOST_LEVELS = 400;

const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]\d+)?(?![\w(])/y;
const WORD = /(?:null|true|false)(?![\w(])/y;
const CALL = /([A-Z][a-z]+)\(/y;

/** Reads what the shell wrote, back to what the driver had decoded. */
export function readTree(outer: TreePlace): unknown {
  const place = { ...outer, level: outer.level + 1 };
  const { reader } = place;
  if (place.level > MOST_LEVELS) reader.fail(`a value nested less than ${MOST_LEVELS} levels deep`);
  skipSpace(reader);
  if (reader.takes('{')) return readObject(place);
  if (reader.takes('[')) return readItems(place);
  if (reader.sees('"')) return readString(reader);
  const number = reader.match(NUMBER)?.[0];
  if (number !== undefined) return Number(number);
  switch (reader.match(WORD)?.[0]) {
    case 'null':
      return null;
    case 'true':
      return true;
    case 'false':
      return false;
    default:
      return readCall(place);
  }
}

/** What a whole text was written for; `undefined`: it is none of the shell's. */
export function treeOf(text: string, dialect: Dialect): unknown {
  try {
    const reader = new TextReader(text);
    const tree = readTree({ reader, names: {}, dialect, level: 0 });
    reader.end();
    return tree;
  } catch (cause) {
    if (cause instanceof ReadFailure) return undefined;
    throw cause;
  }
}

/** Sets, bytes and lambdas stand as the wire has them, and are what the driver makes of that. */
function readObject(place: TreePlace): unknown {
  const { reader, dialect } = place;
  const start = reader.offset - 1;
  const members = readEach(place, '}', (): readonly [string, unknown] => {
    const key = reader.sees('"') ? readString(reader) : reader.fail('a key in double quotes');
    skipSpace(reader);
    reader.expect(':');
    return [key, readTree(place)];
  });
  try {
    return revive(Object.fromEntries(members), dialect);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return reader.fail('what the driver can decode', start);
    throw cause;
  }
}

function readItems(place: TreePlace): readonly unknown[] {
  return readEach(place, ']', () => readTree(place));
}

function readEach<Part>({ reader }: TreePlace, close: string, readPart: () => Part): readonly Part[] {
  const parts: Part[] = [];
  skipSpace(reader);
  if (reader.takes(close)) return parts;
  for (;;) {
    skipSpace(reader);
    parts.push(readPart());
    skipSpace(reader);
    if (reader.takes(close)) return parts;
    if (!reader.takes(',')) reader.fail(`"," or "${close}"`);
  }
}

function readString(reader: TextReader): string {
  const start = reader.offset;
  const end = endOfString(reader.text, start + 1, '"') ?? reader.fail('a closing quote');
  const reading = readJson(reader.text.slice(start, end + 1));
  reader.offset = end + 1;
  return reading.ok && typeof reading.json === 'string' ? reading.json : reader.fail('a JSON string', start);
}

function readCall(place: TreePlace): unknown {
  const { reader } = place;
  const start = reader.offset;
  const name = reader.match(CALL)?.[1];
  switch (name) {
    case 'Time':
      return new TimeSpecial(readQuoted(place));
    case 'Date':
      return new DateSpecial(readQuoted(place));
    case 'Ref':
      return readRef(place);
    default: {
      const native = Object.entries(NAMED).find(([, called]) => called === name)?.[0];
      return native === undefined ? reader.fail('a value', start) : readNamed(place, native);
    }
  }
}

/** Reads the rest of `Ref("classes")`, `Ref(Class("a"), "1")`. */
function readRef(place: TreePlace): RefSpecial {
  const { reader, dialect } = place;
  if (reader.sees('"')) return makeRef(readQuoted(place), undefined, undefined, dialect);
  const start = reader.offset;
  const parent = readTree(place);
  if (!(parent instanceof RefSpecial)) return reader.fail('a ref', start);
  reader.expect(', ');
  return makeRef(readQuoted(place), parent, undefined, dialect);
}

/** Reads the rest of `Class("a")`, `Class("a", Database("d"))`. */
function readNamed(place: TreePlace, native: string): RefSpecial {
  const { reader, names, dialect } = place;
  reader.expect('"');
  const id = readName(reader, names, (from) => namedEnd(reader.text, from));
  const parent = makeRef(native, undefined, undefined, dialect);
  if (reader.takes('")')) return makeRef(id, parent, undefined, dialect);
  reader.expect('", ');
  const start = reader.offset;
  const database = readTree(place);
  reader.expect(')');
  return database instanceof RefSpecial
    ? makeRef(id, parent, database, dialect)
    : reader.fail('a ref', start);
}

/** Reads up to `")`; nothing before it is escaped. */
function readQuoted({ reader, names }: TreePlace): string {
  reader.expect('"');
  const text = readName(reader, names, (from) => indexOf(reader.text, '")', from), /^[^"]*$/);
  reader.expect('")');
  return text;
}

function namedEnd(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1))
    if (text.startsWith(')', at + 1) || /^", [A-Z][a-z]+\("/.test(text.slice(at, at + 16))) return at;
  return undefined;
}
