import { build, type RefValue, type Value } from '../../value/index.ts';
import { readName } from '../shared/read-names.ts';
import type { TextReader } from '../shared/text-reader.ts';
import { printsItself, type ClassName } from './dialect.ts';
import { nativeId } from './native-names.ts';
import { readJsonSet } from './read-json-set.ts';
import { anew, dedent, deeper, type Place } from './read-place.ts';
import { indexOf, readDocument, readNamed } from './read-ref.ts';
import { readMemberRef, readPathRef } from './read-old-ref.ts';
import { readTerm, readTerms } from './read-term.ts';
import { readValue, skipSpace } from './read-value.ts';
import { matchStyle } from './said-set.ts';
import { isSetFunction, setOf } from './set-function.ts';

/** A function name reaches up to its parenthesis; there is no other sign of a special value. */
const CALL = /([^()[\]{}"',:`\r\n]*)\(/y;
const BASE64 = /"([A-Za-z\d+/]*={0,2})"\)/y;
const COERCED = /"\[object Object\]"\)/y;

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
export function readCall(outer: Place): Value | undefined {
  const place = deeper(outer);
  const { reader, dialect } = place;
  const start = reader.offset;
  const name = reader.match(CALL)?.[1];
  if (name === undefined) return reader.fail('a value');
  const { refs } = dialect.traits;
  if (refs.style !== 'call') return readOld(place, name, start);
  const native = Object.entries(refs.named).find(([, called]) => called === name)?.[0];
  if (native !== undefined) return readNamed(place, native, refs.checksNative);
  switch (name) {
    case 'Ref':
      return readDocument(place, refs);
    case 'Time':
      return build.ts(readQuoted(place));
    case 'Date':
      return build.date(readQuoted(place));
    case 'Bytes':
      return readBase64(reader);
    case 'Query':
      readTerm(place);
      reader.expect(')');
      return opaque(place, 'query', start);
    default:
      return name === 'SetRef' && dialect.traits.sets === 'console'
        ? readConsoleSet(place, start)
        : readFunction(place, name, start);
  }
}

/** Up to 2.0.2 only refs, sets, bytes and queries print themselves. */
function readOld(place: Place, name: string, start: number): Value {
  const { reader, dialect } = place;
  if (!isClass(name) || !printsItself(name, dialect)) return reader.fail('a value', start);
  switch (name) {
    case 'Ref':
      return dialect.traits.refs.style === 'path' ? readPathRef(place) : readMemberRef(place);
    case 'SetRef':
      return readJsonSet(place, start);
    case 'Bytes':
      return dialect.traits.decodesBytes ? readBase64(reader) : reader.fail('a value', start);
    case 'Query':
      if (!dialect.traits.decodesQueries || reader.match(COERCED) === undefined)
        reader.fail('the text of a query');
      return opaque(place, 'query', start);
  }
}

function isClass(name: string): name is ClassName & ('Ref' | 'SetRef' | 'Bytes' | 'Query') {
  return name === 'Ref' || name === 'SetRef' || name === 'Bytes' || name === 'Query';
}

function readBase64(reader: TextReader): Value {
  const base64 = reader.match(BASE64)?.[1] ?? reader.fail('Base64 in quotes, and ")"');
  return build.bytes(Buffer.from(base64, 'base64'));
}

function readConsoleSet(place: Place, start: number): Value {
  const { reader } = place;
  const content = readValue(anew(place));
  skipSpace(reader);
  reader.expect(')');
  return content.kind === 'object' ? build.set(content.entries) : opaque(place, 'set', start);
}

function readFunction(place: Place, name: string, start: number): Value | undefined {
  const { expressions, refs, sets } = place.dialect.traits;
  const args = readTerms(place, ')', expressions?.spreading.has(name));
  const known = args.filter((value) => value !== undefined);
  const style = expressions === undefined ? 'plain' : matchStyle(expressions);
  if (sets === 'call' && isSetFunction(name) && (args.length > 0 || setOf(name, [], style) !== undefined))
    return (
      (known.length === args.length ? setOf(name, known, style) : undefined) ?? opaque(place, 'set', start)
    );
  const id = nativeId(name, refs.style === 'call' && refs.spellsProviders);
  if (args.length === 0) return build.ref(id);
  const [database, ...more] = args;
  return more.length === 0 && database?.kind === 'ref' && isDatabase(database)
    ? build.ref(id, undefined, database)
    : undefined;
}

function isDatabase(ref: RefValue): boolean {
  return ref.collection?.kind === 'ref' && ref.collection.id === 'databases';
}

/** A time or date is never escaped either, but only a user's own `@ts` could hold a quote. */
function readQuoted(place: Place): string {
  const { reader, names } = place;
  reader.expect('"');
  const text = readName(reader, names, (from) => indexOf(reader.text, '")', from), /^[^"]*$/);
  reader.expect('")');
  return dedent(text, place);
}

/** In an expression -0 prints `0`. */
export function termNumber(value: number): Value {
  return value === 0 ? build.oneOf([build.num(0), build.num(-0)]) : build.num(value);
}

function opaque(place: Place, of: 'set' | 'query', start: number): Value {
  const { reader, dialect } = place;
  return build.opaque(of, dialect.traits.id, dedent(reader.text.slice(start, reader.offset), place));
}
