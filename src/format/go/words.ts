import { build, type Value } from '../../value/index.ts';
import { plainDecimal } from '../shared/direct/plain-decimal.ts';
import { doubleText } from './double-text.ts';

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** A native ref inside a container: nothing but the address of it is printed (spec 6.c.1). */
export const addressOnly: Value = build.ref(build.unsaid('address only'));

const NULL = build.oneOf([build.nul, build.str('{}')]);
const TRUE = build.oneOf([build.bool(true), build.str('true')]);
const FALSE = build.oneOf([build.bool(false), build.str('false')]);

/** From here on, and below the other one, doubles have an exponent. */
const LARGE = 1e6;
const SMALL = 1e-4;

/** Small integers are in most prints, and bytes are nothing else: each is made once. */
const INTEGERS = Array.from({ length: 256 }, (_, value) => integerReading(String(value), value));

/** What a bare word stands for: null, a boolean, a long, a double, and always a string, for strings have no quotes. */
export function wordReading(text: string): Value {
  switch (text === '' ? 0 : text.charCodeAt(0)) {
    case 0x74:
      return text === 'true' ? TRUE : build.str(text);
    case 0x66:
      return text === 'false' ? FALSE : build.str(text);
    case 0x7b:
      return text === '{}' ? NULL : build.str(text);
    case 0x2d:
    case 0x30:
    case 0x31:
    case 0x32:
    case 0x33:
    case 0x34:
    case 0x35:
    case 0x36:
    case 0x37:
    case 0x38:
    case 0x39:
      return numberReading(text);
    default:
      return build.str(text);
  }
}

function numberReading(text: string): Value {
  const value = plainDecimal(text);
  if (Number.isInteger(value)) return smallInteger(value) ?? integerReading(text, value);
  if (!Number.isNaN(value)) {
    const hasExponent = Math.abs(value) < SMALL || Math.abs(value) >= LARGE;
    return hasExponent ? build.str(text) : { kind: 'oneOf', options: [build.double(value), build.str(text)] };
  }
  const double = Number(text);
  const isDouble = /^-?\d(?!\d{6})/.test(text) && doubleText(double) === text;
  const options = [longOf(text), isDouble ? build.double(double) : undefined, build.str(text)];
  return build.oneOf(options.filter((option) => option !== undefined));
}

function smallInteger(value: number): Value | undefined {
  // Without the comparison, V8 would look for a property of each large number's name.
  return value >= 0 && value < INTEGERS.length && !Object.is(value, -0) ? INTEGERS[value] : undefined;
}

/** The readings of a safe integer. */
function integerReading(text: string, value: number): Value {
  const string = build.str(text);
  if (Object.is(value, -0)) return { kind: 'oneOf', options: [build.double(value), string] };
  const long = build.long(value);
  const options = Math.abs(value) < LARGE ? [long, build.double(value), string] : [long, string];
  return { kind: 'oneOf', options };
}

function longOf(text: string): Value | undefined {
  if (!/^-?[1-9]\d{0,18}$/.test(text)) return undefined;
  const value = BigInt(text);
  return value >= LONG_MIN && value <= LONG_MAX ? build.long(value) : undefined;
}

/**
 * What words in brackets stand for: an array; bytes too, if each word is a number below 256. An empty pair of brackets is
 * also the array of one empty string.
 */
export function bracketReading(items: readonly Value[]): Value {
  const [first] = items;
  if (first === undefined || (items.length === 1 && first.kind === 'string' && first.value === ''))
    return build.oneOf([build.arr([]), build.bytes([]), build.arr([build.str('')])]);
  const array = build.arr(items);
  const bytes = bytesOf(items);
  return bytes === undefined ? array : build.oneOf([array, bytes]);
}

/** The bytes that words stand for as a whole; `undefined`: one of them is none. */
function bytesOf(words: readonly Value[]): Value | undefined {
  const bytes = new Uint8Array(words.length);
  for (let index = 0; index < words.length; index += 1) {
    const byte = byteOf(words[index]);
    if (byte === undefined) return undefined;
    bytes[index] = byte;
  }
  return { kind: 'bytes', value: bytes };
}

function byteOf(word: Value | undefined): number | undefined {
  if (word?.kind !== 'oneOf') return undefined;
  for (const option of word.options)
    if (option.kind === 'long' && option.value >= 0n && option.value < 256n) return Number(option.value);
  return undefined;
}

/** Orders keys as Go sorts them, by their UTF-8 bytes: as UTF-16 units, but surrogates above all others. */
export function byBytes(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [left.charCodeAt(at), right.charCodeAt(at)];
    if (one !== other) return rank(one) - rank(other);
  }
  return left.length - right.length;
}

function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
