import { build, type Value } from '../../../value/index.ts';
import { digitsAt } from '../../shared/direct/calendar.ts';
import type { TextReader } from '../../shared/text-reader.ts';

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
/** Digits of which two decimals never have one double. */
const SAFE_DIGITS = 15;
const POWERS = Array.from({ length: SAFE_DIGITS + 1 }, (_, power) => 10 ** power);

const DOUBLE = /-?(?:\d+\.\d+(?:E-?\d+)?|Infinity)|NaN/y;

/** Reads a number that prints as it stands: a double has a point. */
export function readNumber(reader: TextReader, doubleText: (value: number) => string): Value {
  const { text, offset } = reader;
  const first = text.charCodeAt(offset) === MINUS ? offset + 1 : offset;
  const whole = digitsAt(text, first);
  if (whole > 0 && text.charCodeAt(first + whole) !== POINT) return readLong(reader, first, whole);
  return readPlainDouble(reader, first, whole) ?? readAnyDouble(reader, doubleText);
}

function readLong(reader: TextReader, first: number, digits: number): Value {
  const { text, offset: start } = reader;
  reader.offset = first + digits;
  if (text.charCodeAt(first) === ZERO && (digits > 1 || first > start)) reader.fail('a number', start);
  if (digits <= SAFE_DIGITS) return { kind: 'long', value: BigInt(integer(text, start, first, digits)) };
  const value = digits > 19 ? LONG_MAX + 1n : BigInt(text.slice(start, first + digits));
  return value >= LONG_MIN && value <= LONG_MAX ? build.long(value) : reader.fail('a number', start);
}

function integer(text: string, start: number, first: number, digits: number): number {
  let value = 0;
  for (let at = first; at < first + digits; at += 1) value = value * 10 + text.charCodeAt(at) - ZERO;
  return first > start ? -value : value;
}

/**
 * A double of few digits in plain notation: every `Double.toString` writes the shortest decimal where it has no more than 15
 * digits. From 0.001 to below 10,000,000; others are left to `readAnyDouble`.
 */
function readPlainDouble(reader: TextReader, first: number, whole: number): Value | undefined {
  const { text } = reader;
  const fraction = digitsAt(text, first + whole + 1);
  const end = first + whole + 1 + fraction;
  if (whole === 0 || whole > 7 || fraction === 0 || whole + fraction > SAFE_DIGITS) return undefined;
  if (text.charCodeAt(first) === ZERO && (whole > 1 || text.startsWith('0.00', first))) return undefined;
  if (text.charCodeAt(end - 1) === ZERO && (fraction > 1 || text.charCodeAt(first) === ZERO))
    return undefined;
  const next = text.charCodeAt(end);
  if (next === 0x45 || next === POINT) return undefined;
  const digits =
    integer(text, first, first, whole) * (POWERS[fraction] ?? Number.NaN) +
    integer(text, first + whole + 1, first + whole + 1, fraction);
  // Both are exact, so the quotient is the nearest double.
  const value = digits / (POWERS[fraction] ?? Number.NaN);
  const sign = first > reader.offset ? -1 : 1;
  reader.offset = end;
  return { kind: 'double', value: sign * value };
}

function readAnyDouble(reader: TextReader, doubleText: (value: number) => string): Value {
  const start = reader.offset;
  const found = reader.match(DOUBLE)?.[0];
  if (found === undefined) return reader.fail('a number');
  const value = Number(found);
  if (Number.isFinite(value) ? doubleText(value) !== found : found.includes('.'))
    reader.fail('a number', start);
  return build.double(value);
}
