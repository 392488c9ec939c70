/** The texts of `wordGrammar`, read directly: strings end where the next key or the end of their map is plain to see. */
import { build, readJson, writeJson, type Entry, type Value } from '../../value/index.ts';
import type { DirectReader } from '../shared/direct/direct-reader.ts';
import { digitsAt } from '../shared/direct/calendar.ts';
import { integerAt } from '../shared/direct/plain-decimal.ts';
import { isAt } from '../shared/text-reader.ts';
import { hasOwnKeys } from '../shared/direct/own-keys.ts';
import type { DirectStyle, ListShape, MapShape } from '../shared/direct/style.ts';
import { endOfHex, refStyle, type RefStyle } from './ref.ts';
import { timeReading } from './time.ts';
import type { WordTraits } from './traits.ts';
import { addressOnly, bracketReading, byBytes, wordReading } from './words.ts';

/** Characters of a key that is looked for where a string may end: bounds the work on texts without colons. */
const LONGEST_KEY = 1_000;
const SPACE = 0x20;
const CLOSE = 0x5d;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;

/** The years 0000 to 9999, which are all that the driver decodes, in seconds since the year 1. */
const FIRST_SECOND = -31_622_400;
const END = 315_537_897_600;
const LOCATION = ' <nil>}';
const NANO_DIGITS = 9;
const SECOND_DIGITS = 12;
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
      const { text, offset } = reader;
      switch (offset < text.length ? text.charCodeAt(offset) : 0) {
        case 0x6d:
          return reader.takes('map[') ? object : undefined;
        case 0x5b:
          reader.offset += 1;
          return brackets;
        case OPEN_BRACE:
          return reader.takes('{map[') ? set : undefined;
        default:
          return undefined;
      }
    },
    leaf(reader) {
      const { text, offset } = reader;
      if (offset < text.length && text.charCodeAt(offset) === OPEN_BRACE) return readBraces(reader, refs);
      return refs.nativesAreAddresses && takesAddress(reader) ? addressOnly : readWord(reader);
    },
  };
}

/** A key without white space, brackets and braces, up to its colon. An empty one is the first where keys are sorted. */
function endOfKey(text: string, at: number, before: string | undefined, sorted: boolean): number {
  const last = Math.min(at + LONGEST_KEY, text.length);
  let end = at;
  while (end < last && isOfKey(text.charCodeAt(end))) end += 1;
  if (end === text.length || text.charCodeAt(end) !== COLON) return -1;
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
  const time = readTime(reader);
  if (time !== undefined) return time;
  const bytes = reader.sees('{[') ? reader.match(QUERY)?.[1] : undefined;
  if (bytes !== undefined) return queryOf(bytes) ?? reader.fail('the JSON of a query', start);
  const end = refs.plainEnd(reader.text, start);
  if (end === -1) return reader.fail('a ref, a time or a query', start);
  reader.offset = end;
  return refs.read(reader.text, start, end);
}

/** Three fields: nanoseconds, seconds, no location; `undefined`: something else. */
function readTime(reader: DirectReader): Value | undefined {
  const { text, offset: start } = reader;
  const nanos = endOfNatural(text, start + 1, NANO_DIGITS);
  if (nanos === -1 || !isAt(text, nanos, ' ')) return undefined;
  const isNegative = isAt(text, nanos + 1, '-');
  const first = nanos + (isNegative ? 2 : 1);
  const end = endOfNatural(text, first, SECOND_DIGITS);
  if (end === -1 || !isAt(text, end, LOCATION)) return undefined;
  const size = integerAt(text, first, end);
  if (isNegative && (size === 0 || size > -FIRST_SECOND)) return undefined;
  if (size >= END) return undefined;
  reader.offset = end + LOCATION.length;
  return timeReading(integerAt(text, start + 1, nanos), isNegative ? -size : size);
}

/** The end of a number without zeros in front; -1: none, or one of more digits. */
function endOfNatural(text: string, at: number, most: number): number {
  const digits = digitsAt(text, at);
  const hasZeros = digits > 1 && isAt(text, at, '0');
  return digits === 0 || digits > most || hasZeros ? -1 : at + digits;
}

/** Steps over an address that is a word of its own. */
function takesAddress(reader: DirectReader): boolean {
  const { text, offset } = reader;
  if (!isAt(text, offset, '0x')) return false;
  const end = endOfHex(text, offset + 2);
  if (end === -1 || end >= text.length) return false;
  const next = text.charCodeAt(end);
  if (next !== SPACE && next !== CLOSE) return false;
  reader.offset = end;
  return true;
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
