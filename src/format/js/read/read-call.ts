import { build, type RefValue, type Value } from '../../../value/index.ts';
import { readName } from '../../shared/read-names.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import { printsItself, type ClassName } from '../dialect.ts';
import { nativeId } from '../native-names.ts';
import { readJsonSet } from './read-json-set.ts';
import { anew, dedent, deeper, type Place } from './read-place.ts';
import { indexOf } from './index-of.ts';
import { readDocument, readNamed } from './read-ref.ts';
import { readMemberRef, readPathRef } from './read-old-ref.ts';
import { readTerm, readTerms } from './read-term.ts';
import { CALL, opaque } from './read-special.ts';
import { skipSpace } from './skip-space.ts';
import { isFunctionName } from '../expression/function-name.ts';
import { isSetFunction, matchStyle, setOf } from '../project/set-function.ts';

const BASE64 = /"([A-Za-z\d+/]*={0,2})"\)/y;

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
      // Nearly always `[object Object]`.
      if (!dialect.traits.decodesQueries) reader.fail('a value', start);
      readQuoted(place);
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
  const content = place.readers.value(anew(place));
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
  if (more.length === 0 && database?.kind === 'ref' && isDatabase(database))
    return build.ref(id, undefined, database);
  return isFunctionName(name) ? undefined : place.reader.fail('a function as the driver spells it', start);
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
