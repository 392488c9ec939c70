import { build, type Value } from '../../value/index.ts';
import { refOfPath } from '../shared/path-ref.ts';
import { plainDecimal } from '../shared/direct/plain-decimal.ts';
import { SMALL, doubleText, integerOf, isInt } from './numbers.ts';
import { dateOf, timeOf } from './times.ts';
import type { SwiftTraits } from './traits.ts';

/** A native collection alone, or one with a name behind it. */
const PATH = /^(?:classes|indexes|databases|functions|roles|keys|tokens|credentials|[a-z_]+\/[\s\S]+)$/;
const SHORTEST_DATE = '2018-01-02 00:00:00 +0000'.length;
const BASE64 = /^"(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?"$/;

const NULL = withString('null', build.nul);
const TRUE = withString('true', build.bool(true));
const FALSE = withString('false', build.bool(false));
/** Small integers are in most prints: each is made once. */
const INTEGERS = Array.from({ length: 256 }, (_, value) => integerReading(String(value), BigInt(value)));

/** What a bare word stands for: any scalar, and always a string, for strings have no quotes. */
export function wordReading(text: string, traits: SwiftTraits): Value {
  const first = text === '' ? 0 : text.charCodeAt(0);
  if ((first >= 0x30 && first <= 0x39) || first === 0x2d)
    return (text.length >= SHORTEST_DATE ? momentReading(text) : undefined) ?? numberReading(text);
  switch (text) {
    case 'null':
      return NULL;
    case 'true':
      return TRUE;
    case 'false':
      return FALSE;
    default:
      if (first === 0x22 && traits.bytes) return bytesReading(text);
      return traits.ref === 'path' && PATH.test(text) ? withString(text, refOfPath(text)) : build.str(text);
  }
}

function momentReading(text: string): Value | undefined {
  const date = dateOf(text);
  if (date !== undefined) return withString(text, build.date(date));
  const time = timeOf(text);
  return time === undefined ? undefined : withString(text, build.ts(time));
}

function bytesReading(text: string): Value {
  const bytes = BASE64.test(text) ? Buffer.from(text.slice(1, -1), 'base64') : undefined;
  return bytes !== undefined && `"${bytes.toString('base64')}"` === text
    ? withString(text, build.bytes(bytes))
    : build.str(text);
}

function numberReading(text: string): Value {
  const value = plainDecimal(text);
  if (Number.isNaN(value)) return anyNumberReading(text);
  if (Number.isInteger(value)) {
    if (Object.is(value, -0)) return build.str(text);
    // Without the comparison, V8 would look for a property of each large number's name.
    const small = value >= 0 && value < INTEGERS.length ? INTEGERS[value] : undefined;
    return small ?? integerReading(text, BigInt(value));
  }
  return Math.abs(value) < SMALL ? build.str(text) : withString(text, build.double(value));
}

/** The readings of a number of many digits, or with an exponent. */
function anyNumberReading(text: string): Value {
  if (/^-?[1-9]\d*$/.test(text)) {
    const long = BigInt(text);
    return isInt(long) ? integerReading(text, long) : build.str(text);
  }
  if (!/^-?\d[\d.e+-]*$/.test(text)) return build.str(text);
  const double = Number(text);
  const isDouble = Number.isFinite(double) && integerOf(double) === undefined && doubleText(double) === text;
  return isDouble ? withString(text, build.double(double)) : build.str(text);
}

/** An integral double has been decoded as an integer, -0 too. */
function integerReading(text: string, value: bigint): Value {
  const long: Value = { kind: 'long', value };
  const double = Number(value);
  if (value === 0n)
    return { kind: 'oneOf', options: [long, build.double(0), build.double(-0), build.str(text)] };
  return integerOf(double) === value
    ? { kind: 'oneOf', options: [long, build.double(double), build.str(text)] }
    : withString(text, long);
}

function withString(text: string, value: Value): Value {
  return { kind: 'oneOf', options: [value, build.str(text)] };
}

/** What items in brackets stand for: none may also be one empty string. */
export function listReading(items: readonly Value[]): Value {
  const [first] = items;
  const isEmpty = items.length === 1 && first?.kind === 'string' && first.value === '';
  return first === undefined || isEmpty
    ? build.oneOf([build.arr([]), build.arr([build.str('')])])
    : build.arr(items);
}
