/** The values of `csStyle` that are told by their characters. Each begins where its opening has been stepped over. */
import type { Value } from '../../value/index.ts';
import { digitsAt } from '../shared/direct/calendar.ts';
import type { DirectReader } from '../shared/direct/direct-reader.ts';
import { integerAt } from '../shared/direct/plain-decimal.ts';
import { isAt } from '../shared/text-reader.ts';
import { readPlainDouble } from './double-text.ts';
import { isPlainTime } from './plain-time.ts';
import { dateOrTime, doubleOf } from './project.ts';
import type { Traits } from './traits.ts';

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;
/** Digits that an integer of 64 bits may have, and that one of which a number knows each digit may have. */
const LONG_DIGITS = 19;
const SAFE_DIGITS = 16;
/** Of the smallest integers, which are the most frequent, one each is made. */
const SMALL: readonly Value[] = Array.from({ length: 256 }, (_, at) => ({ kind: 'long', value: BigInt(at) }));

export function readLong(reader: DirectReader, { culture: { minusSign } }: Traits): Value {
  const { text, offset: start } = reader;
  const isNegative = isAt(text, start, minusSign);
  const first = isNegative ? start + minusSign.length : start;
  const count = digitsAt(text, first);
  const hasZeros = isAt(text, first, '0') && (count > 1 || isNegative);
  const end = first + count;
  if (count === 0 || count > LONG_DIGITS || hasZeros || !isAt(text, end, ')'))
    return reader.fail('a 64-bit integer', start);
  const size = count <= SAFE_DIGITS ? integerAt(text, first, end) : Number.NaN;
  const small = !isNegative && size < SMALL.length ? SMALL[size] : undefined;
  const value =
    small ?? longOf(BigInt(Number.isSafeInteger(size) ? size : text.slice(first, end)), isNegative);
  if (value === undefined) return reader.fail('a 64-bit integer', start);
  reader.offset = end + 1;
  return value;
}

/** `undefined`: it takes more than 64 bits. */
function longOf(size: bigint, isNegative: boolean): Value | undefined {
  const value = isNegative ? -size : size;
  return value >= LONG_MIN && value <= LONG_MAX ? { kind: 'long', value } : undefined;
}

export function readDouble(reader: DirectReader, traits: Traits): Value {
  const start = reader.offset;
  const text = content(reader);
  const plain = readPlainDouble(text, traits);
  if (plain !== undefined) return { kind: 'double', value: plain };
  return doubleOf(text, traits) ?? reader.fail('a double', start);
}

/** Reads a value of few characters up to its closing parenthesis; the same ones are made once in a row. */
export type Repeated = (reader: DirectReader) => Value;

/** Dates, which before 2.0.0 may be times: both are remembered. */
export function dates(traits: Traits): Repeated {
  const days = new LastSeen();
  const moments = new LastSeen();
  return (reader) => {
    const seen = days.at(reader) ?? moments.at(reader);
    if (seen !== undefined) return seen;
    const start = reader.offset;
    const text = content(reader);
    const value = dateOrTime(text, traits) ?? reader.fail('a date of this culture', start);
    return (value.kind === 'ts' ? moments : days).keep(text, value);
  };
}

export function times(): Repeated {
  const moments = new LastSeen();
  return (reader) => {
    const seen = moments.at(reader);
    if (seen !== undefined) return seen;
    const start = reader.offset;
    const text = content(reader);
    if (!isPlainTime(text)) return reader.fail('a time', start);
    return moments.keep(text, { kind: 'ts', text, truncated: 100 });
  };
}

/** The last value of its kind: documents written together often have one date. */
class LastSeen {
  /** What stands for the value, with its closing parenthesis; at first what stands for none. */
  #text = ')';
  #value: Value | undefined;

  /** Steps over the value if it stands here. */
  at(reader: DirectReader): Value | undefined {
    return this.#value !== undefined && reader.takes(this.#text) ? this.#value : undefined;
  }

  keep(text: string, value: Value): Value {
    this.#text = `${text})`;
    this.#value = value;
    return value;
  }
}

/** What stands up to the next closing parenthesis, which is stepped over. */
function content(reader: DirectReader): string {
  const { text, offset: start } = reader;
  const end = text.indexOf(')', start);
  if (end === -1) return reader.fail('a closing parenthesis');
  reader.offset = end + 1;
  return text.slice(start, end);
}
