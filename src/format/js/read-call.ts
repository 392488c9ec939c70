import { build, readJson, type RefValue, type Value } from '../../value/index.ts';
import { readName, type Names } from '../shared/read-names.ts';
import type { TextReader } from '../shared/text-reader.ts';
import { UNSAID } from './decode.ts';
import { ID } from './id.ts';
import { nativeId, NAMED_IN } from './native-names.ts';
import { isSetFunction, setOf } from './set-function.ts';

/** Where a special value stands. */
export interface Place {
  readonly reader: TextReader;
  readonly names: Names;
  /** Containers around it: Node.js indents the lines of its text by two spaces for each. */
  readonly depth: number;
}

/** A function name reaches up to its parenthesis; there is no other sign of a special value. */
const CALL = /([^()[\]{}"',:`\r\n]*)\(/y;
const NUMBER = /-?(?:\d+(?:\.\d+)?(?:e[+-]\d+)?|Infinity)(?![\w(])|NaN(?![\w(])/y;
const WORD = /(?:null|true|false|undefined)(?![\w(])/y;
const JSON_STRING = /"(?:[^"\\]|\\.)*"/y;
const BASE64 = /"([A-Za-z\d+/]*={0,2})"\)/y;

/** Whether a special value starts here. */
export function seesCall(reader: TextReader): boolean {
  CALL.lastIndex = reader.offset;
  return CALL.test(reader.text);
}

/**
 * Reads a special value: a ref, a set, a time and so on. Of a set or query that contains expressions only the text is
 * known, since expressions are printed without the names of their members.
 */
export function readSpecial(place: Place): Value {
  const start = place.reader.offset;
  return readCall(place) ?? opaque(place, 'set', start);
}

/** Reads a function call; `undefined` when it is an expression that is no value by itself. */
export function readCall(place: Place): Value | undefined {
  const { reader } = place;
  const start = reader.offset;
  const name = reader.match(CALL)?.[1];
  if (name === undefined) return reader.fail('a value');
  const collection = NAMED_IN.get(name);
  if (collection !== undefined) return readNamed(place, collection);
  switch (name) {
    case 'Ref':
      return readDocument(place);
    case 'Time':
      return build.ts(readQuoted(place));
    case 'Date':
      return build.date(readQuoted(place));
    case 'Bytes': {
      const base64 = reader.match(BASE64)?.[1] ?? reader.fail('Base64 in quotes, and ")"');
      return build.bytes(Buffer.from(base64, 'base64'));
    }
    case 'Query':
      readTerm(place);
      reader.expect(')');
      return opaque(place, 'query', start);
    default:
      return readFunction(place, name, start);
  }
}

function readFunction(place: Place, name: string, start: number): Value | undefined {
  const args = readTerms(place, ')');
  const known = args.filter((value) => value !== undefined);
  if (isSetFunction(name) && (args.length > 0 || setOf(name, []) !== undefined))
    return (known.length === args.length ? setOf(name, known) : undefined) ?? opaque(place, 'set', start);
  if (args.length === 0) return build.ref(nativeId(name));
  const [database, ...more] = args;
  return more.length === 0 && database?.kind === 'ref' && isDatabase(database)
    ? build.ref(nativeId(name), undefined, database)
    : undefined;
}

function isDatabase(ref: RefValue): boolean {
  return ref.collection?.kind === 'ref' && ref.collection.id === 'databases';
}

function readDocument(place: Place): RefValue {
  const { reader } = place;
  const collection = readRef(place);
  reader.expect(', "');
  const id = dedent(
    readName(reader, place.names, (from) => indexOf(reader.text, '")', from)),
    place.depth,
  );
  reader.expect('")');
  return build.ref(id, collection, build.unsaid(UNSAID.database));
}

function readNamed(place: Place, collection: string): RefValue {
  const { reader } = place;
  reader.expect('"');
  const id = dedent(
    readName(reader, place.names, (from) => namedEnd(reader.text, from)),
    place.depth,
  );
  if (reader.takes('")')) return build.ref(id, build.ref(collection));
  reader.expect('", ');
  const database = readRef(place);
  reader.expect(')');
  return build.ref(id, build.ref(collection), database);
}

function readRef(place: Place): RefValue {
  const at = place.reader.offset;
  const value = readCall(place);
  return value?.kind === 'ref' ? value : place.reader.fail('a ref', at);
}

/** A time or date is never escaped either, but only a user's own `@ts` could hold a quote. */
function readQuoted({ reader, names, depth }: Place): string {
  reader.expect('"');
  const text = readName(reader, names, (from) => indexOf(reader.text, '")', from), /^[^"]*$/);
  reader.expect('")');
  return dedent(text, depth);
}

/** Reads what stands inside an expression; `undefined`: no value by itself. */
export function readTerm(place: Place): Value | undefined {
  const { reader } = place;
  const start = reader.offset;
  const string = reader.match(JSON_STRING)?.[0];
  if (string !== undefined) return jsonString(string) ?? reader.fail('a JSON string', start);
  if (reader.takes('[')) {
    const items = readTerms(place, ']');
    const known = items.filter((item) => item !== undefined);
    return known.length === items.length ? build.arr(known) : undefined;
  }
  if (reader.takes('{')) return readMembers(place);
  const number = reader.match(NUMBER)?.[0];
  if (number !== undefined) return termNumber(Number(number));
  switch (reader.match(WORD)?.[0] ?? '') {
    case 'null':
      return build.nul;
    case 'true':
      return build.bool(true);
    case 'false':
      return build.bool(false);
    case 'undefined':
      return build.unsaid(UNSAID.lostTerm);
    default:
      return readCall(place);
  }
}

function jsonString(text: string): Value | undefined {
  const reading = readJson(text);
  return reading.ok && typeof reading.json === 'string' ? build.str(reading.json) : undefined;
}

/** In an expression -0 prints `0`. */
export function termNumber(value: number): Value {
  return value === 0 ? build.oneOf([build.num(0), build.num(-0)]) : build.num(value);
}

function readTerms(place: Place, close: string): (Value | undefined)[] {
  const { reader } = place;
  const terms: (Value | undefined)[] = [];
  if (reader.takes(close)) return terms;
  for (;;) {
    terms.push(readTerm(place));
    if (reader.takes(close)) return terms;
    if (!reader.takes(', ')) reader.fail(`", " or "${close}"`);
  }
}

/** An object of an expression: keys in quotes but not escaped. */
function readMembers(place: Place): undefined {
  const { reader, names } = place;
  if (reader.takes('}')) return undefined;
  for (;;) {
    reader.expect('"');
    readName(reader, names, (from) => indexOf(reader.text, '": ', from), /^[^"]*$/);
    reader.expect('": ');
    readTerm(place);
    if (reader.takes('}')) return undefined;
    if (!reader.takes(', ')) reader.fail('", " or "}"');
  }
}

function opaque({ reader, depth }: Place, of: 'set' | 'query', start: number): Value {
  return build.opaque(of, ID, dedent(reader.text.slice(start, reader.offset), depth));
}

/** Takes away what Node.js put after each line feed of a special value's text inside containers. */
function dedent(text: string, depth: number): string {
  const lines = text.split('\n');
  const indentation = '  '.repeat(depth);
  return lines.slice(1).every((line) => line.startsWith(indentation))
    ? lines.map((line, index) => (index === 0 ? line : line.slice(indentation.length))).join('\n')
    : text;
}

function namedEnd(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1))
    if (text.startsWith(')', at + 1) || text.startsWith(', Database("', at + 1)) return at;
  return undefined;
}

function indexOf(text: string, token: string, from: number): number | undefined {
  const at = text.indexOf(token, from);
  return at === -1 ? undefined : at;
}
