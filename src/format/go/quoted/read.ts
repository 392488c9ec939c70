/** Reads what the `String` methods of v2.12.1 and v3.0.0 write, in one pass, without recursion deeper than `MOST_LEVELS`. */
import {
  build,
  epochDay,
  epochDayText,
  instant,
  type Entry,
  type RefValue,
  type Value,
} from '../../../value/index.ts';
import { hasOwnKeys } from '../../shared/direct/own-keys.ts';
import { MOST_LEVELS } from '../../shared/direct/direct-reader.ts';
import type { Choose } from '../../shared/explore.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import { byBytes } from '../words.ts';
import { numberReading } from './numbers.ts';
import { UNWRAPPED, objectReading } from './object.ts';
import { lostBytes } from './raw-bytes.ts';
import { readBytes } from './read-bytes.ts';
import { readQuery } from './read-query.ts';
import { readString } from './read-string.ts';
import { quotedTime } from './time.ts';
import type { QuotedTraits } from './traits.ts';

export interface ReadOptions {
  readonly traits: QuotedTraits;
  /** Asked where `BytesV{}` may be empty or begin with a brace. */
  readonly choose: Choose;
}

const NUMBER = /-?\d+(?:\.\d+)?(?:E[+-]\d\d+)?/y;

export function readQuoted(reader: TextReader, options: ReadOptions, depth = 0): Value {
  if (depth >= MOST_LEVELS)
    reader.fail(`a value nested less than ${MOST_LEVELS.toLocaleString('en')} levels deep`);
  switch (reader.text[reader.offset]) {
    case '"':
      return build.str(readString(reader));
    case 'O':
      return object(reader, options, depth);
    case 'A':
      return array(reader, options, depth);
    case 'R':
      return ref(reader, depth);
    case 'S':
      return set(reader, options, depth);
    case 'B': {
      const start = reader.offset;
      const bytes = readBytes(reader, options.choose);
      return bytes ?? lostBytes(reader.text.slice(start, reader.offset));
    }
    case 'Q':
      return readQuery(reader);
    case 'D':
    case 'T':
      return time(reader);
    case 'n':
    case 't':
    case 'f':
      return word(reader);
    default:
      return number(reader, options.traits);
  }
}

function object(reader: TextReader, options: ReadOptions, depth: number): Value {
  const start = reader.offset;
  reader.expect('Obj{');
  const list = entries(reader, options, depth);
  if (list.length === 1 && list[0]?.[0] === UNWRAPPED)
    return reader.fail('an object with another key than "object" alone', start);
  return objectReading(list);
}

function set(reader: TextReader, options: ReadOptions, depth: number): Value {
  reader.expect('SetRefV{ Parameters: map[string]Value{');
  const list = entries(reader, options, depth);
  reader.expect(' }');
  return build.set(list);
}

/** Entries up to the closing brace; their order says nothing, so they are sorted. */
function entries(reader: TextReader, options: ReadOptions, depth: number): Entry[] {
  const start = reader.offset;
  const list: Entry[] = [];
  if (reader.takes('}')) return list;
  do {
    const key = readString(reader);
    reader.expect(': ');
    list.push([key, readQuoted(reader, options, depth + 1)]);
  } while (reader.takes(', '));
  reader.expect('}');
  if (!hasOwnKeys(list)) reader.fail('each key once', start);
  return list.sort(([left], [right]) => byBytes(left, right));
}

function array(reader: TextReader, options: ReadOptions, depth: number): Value {
  reader.expect('Arr{');
  const items: Value[] = [];
  if (reader.takes('}')) return build.arr(items);
  do items.push(readQuoted(reader, options, depth + 1));
  while (reader.takes(', '));
  reader.expect('}');
  return build.arr(items);
}

function ref(reader: TextReader, depth: number): RefValue {
  if (depth >= MOST_LEVELS)
    reader.fail(`refs nested less than ${MOST_LEVELS.toLocaleString('en')} levels deep`);
  reader.expect('RefV{');
  const start = reader.offset;
  const id = reader.takes('ID: ') ? readString(reader) : '';
  if (id === '' && reader.offset > start) reader.fail('an id that is not empty', start);
  const collection = reader.takes(id === '' ? 'Collection: &' : ', Collection: &')
    ? ref(reader, depth + 1)
    : undefined;
  // Where there is no collection, the comma before the database is forgotten.
  const database = reader.takes(collection === undefined ? 'Database: &' : ', Database: &')
    ? ref(reader, depth + 1)
    : undefined;
  reader.expect('}');
  return build.ref(id, collection, database);
}

function time(reader: TextReader): Value {
  const isDate = reader.takes('DateV("');
  if (!isDate) reader.expect('TimeV("');
  const start = reader.offset;
  const end = reader.text.indexOf('"', start);
  const text = end === -1 || end > start + 40 ? '' : reader.text.slice(start, end);
  const fits = isDate
    ? /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text)
    : /^\d{4}-.*Z$/.test(text) && isTime(text);
  if (!fits) reader.fail(isDate ? 'a date' : 'a time without zeros at its end');
  reader.offset = end + 1;
  reader.expect(')');
  return isDate ? build.date(text) : build.ts(text);
}

/** The thirtieth of February is counted on into March. */
function isDay(text: string): boolean {
  const day = epochDay(text);
  return day !== undefined && epochDayText(day) === text;
}

function isTime(text: string): boolean {
  return instant(text) !== undefined && quotedTime(text) === text;
}

function word(reader: TextReader): Value {
  if (reader.takes('nil')) return build.nul;
  if (reader.takes('true')) return build.bool(true);
  if (reader.takes('false')) return build.bool(false);
  return reader.fail('a value');
}

function number(reader: TextReader, traits: QuotedTraits): Value {
  const start = reader.offset;
  const text = reader.match(NUMBER)?.[0] ?? reader.fail('a value');
  return numberReading(text, traits) ?? reader.fail('a number as the driver prints it', start);
}
