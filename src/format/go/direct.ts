/** The texts of `wordGrammar`, read directly: strings end where the next key or the end of their map is plain to see. */
import { build, readJson, writeJson, type Entry, type Value } from '../../value/index.ts';
import type { DirectReader } from '../shared/direct/direct-reader.ts';
import { hasOwnKeys } from '../shared/direct/own-keys.ts';
import type { DirectStyle, ListShape, MapShape } from '../shared/direct/style.ts';
import { refStyle, type RefStyle } from './ref.ts';
import { timeReading } from './time.ts';
import type { WordTraits } from './traits.ts';
import { addressOnly, bracketReading, byBytes, wordReading } from './words.ts';

/** Characters of a key that is looked for where a string may end: bounds the work on texts without colons. */
const LONGEST_KEY = 1_000;
const SPACE = 0x20;
const CLOSE = 0x5d;
const COLON = 0x3a;

/** The years 0000 to 9999, which are all that the driver decodes, in seconds since the year 1. */
const FIRST_SECOND = -31_622_400;
const END = 315_537_897_600;
const ADDRESS = /0x[\da-f]+(?=[ \]])/y;
const TIME = /\{(0|[1-9]\d{0,8}) (0|-?[1-9]\d{0,11}) <nil>\}/y;
const QUERY = /\{\[(\d{1,3}(?: \d{1,3})*)\]\}/y;

export function wordDirect({ ref, sorted }: WordTraits): DirectStyle {
  const refs = refStyle(ref);
  const map = (close: string, make: (entries: readonly Entry[]) => Value): MapShape => ({
    keyed: true,
    separator: ' ',
    close,
    make: (entries, areKnown) =>
      areKnown || (sorted ? isAscending(entries) : hasOwnKeys(entries)) ? make(entries) : undefined,
  });
  const object = map(']', (entries) => ({ kind: 'object', entries, ordered: false }));
  const set = map(']}', build.set);
  const brackets: ListShape = { keyed: false, separator: ' ', close: ']', make: bracketReading };

  return {
    is: ':',
    starts: () => true,
    endOfKey: (text, at, before) => endOfKey(text, at, sorted ? before : undefined, sorted),
    open(reader) {
      if (reader.takes('map[')) return object;
      if (reader.takes('[')) return brackets;
      return reader.takes('{map[') ? set : undefined;
    },
    leaf(reader) {
      if (reader.sees('{')) return readBraces(reader, refs);
      if (refs.nativesAreAddresses && reader.match(ADDRESS) !== undefined) return addressOnly;
      return readWord(reader);
    },
  };
}

/** A key without white space, brackets and braces, up to its colon. An empty one is the first where keys are sorted. */
function endOfKey(text: string, at: number, before: string | undefined, sorted: boolean): number {
  const last = at + LONGEST_KEY;
  let end = at;
  while (end < last && isOfKey(text.charCodeAt(end))) end += 1;
  if (text.charCodeAt(end) !== COLON) return -1;
  if (!sorted || before === undefined) return end;
  return byBytes(before, text.slice(at, end)) < 0 ? end : -1;
}

/** Not the end of the text, white space, `:` nor any bracket. */
function isOfKey(unit: number): boolean {
  return unit > SPACE && unit !== COLON && unit !== 0x5b && unit !== CLOSE && unit !== 0x7b && unit !== 0x7d;
}

function isAscending(entries: readonly Entry[]): boolean {
  return entries.every(([key], index) => {
    const before = entries[index - 1]?.[0];
    return before === undefined || byBytes(before, key) < 0;
  });
}

function readWord(reader: DirectReader): Value {
  const { text, offset: start } = reader;
  if (!reader.isInside) return reader.fail('a map, a list or a structure');
  for (let end = start; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    if ((unit !== SPACE && unit !== CLOSE) || !reader.isBorder(end)) continue;
    reader.offset = end;
    return wordReading(text.slice(start, end));
  }
  return reader.fail('" " or "]"', text.length);
}

/** Null, a time, a query or a ref. */
function readBraces(reader: DirectReader, refs: RefStyle): Value {
  const start = reader.offset;
  if (reader.takes('{}')) return wordReading('{}');
  const [, nanos, seconds] = reader.match(TIME) ?? [];
  if (nanos !== undefined && seconds !== undefined) {
    if (!(Number(seconds) >= FIRST_SECOND && Number(seconds) < END))
      reader.fail('a year of four digits', start);
    return timeReading(Number(nanos), BigInt(seconds));
  }
  const bytes = reader.match(QUERY)?.[1];
  if (bytes !== undefined) return queryOf(bytes) ?? reader.fail('the JSON of a query', start);
  const ref = reader.match(refs.plain)?.[0];
  return ref !== undefined && refs.isRef(ref)
    ? refs.read(ref)
    : reader.fail('a ref, a time or a query', start);
}

/** A query of the decimal bytes of its JSON, which are those that Go prints. */
function queryOf(decimals: string): Value | undefined {
  const numbers = decimals.split(' ').map(Number);
  if (numbers.some((byte) => byte > 255) || numbers.join(' ') !== decimals) return undefined;
  const bytes = Buffer.from(numbers);
  const reading = readJson(bytes.toString('utf8'));
  if (!reading.ok || !Buffer.from(writeJson(reading.json)).equals(bytes)) return undefined;
  return build.query(reading.json);
}
