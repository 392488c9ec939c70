import { build, type Value } from '../../value/index.ts';
import { doubleText } from './double-text.ts';

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** A native ref inside a container: nothing but the address of it is printed (spec 6.c.1). */
export const addressOnly: Value = build.ref(build.unsaid('address only'));

/** What a bare word stands for: null, a boolean, a long, a double, and always a string, for strings have no quotes. */
export function wordReading(text: string): Value {
  const string = build.str(text);
  // Most words are no more than strings.
  if (!/^[-\d{tf]/.test(text)) return string;
  if (text === '{}') return build.oneOf([build.nul, string]);
  if (text === 'true' || text === 'false') return build.oneOf([build.bool(text === 'true'), string]);
  const long = /^(?:0|-?[1-9]\d{0,18})$/.test(text) ? longOf(text) : undefined;
  const double = isDouble(text) ? build.double(Number(text)) : undefined;
  return build.oneOf([long, double, string].filter((value) => value !== undefined));
}

function longOf(text: string): Value | undefined {
  const value = BigInt(text);
  return value >= LONG_MIN && value <= LONG_MAX ? build.long(value) : undefined;
}

/** Doubles without an exponent and of 15 digits at most, which are never a longer decimal than needed. */
const PLAIN_DOUBLE = /^-?(?:[1-9]\d{0,5}$|(?:[1-9]\d{0,5}|0(?!\.0000))\.(?=\d{1,9}$)\d*[1-9]$)/;

/** Whether Go prints a double so: from a million on it takes an exponent. */
function isDouble(text: string): boolean {
  if (PLAIN_DOUBLE.test(text)) return true;
  return /^-?\d(?!\d{6})/.test(text) && doubleText(Number(text)) === text;
}

/**
 * What words in brackets stand for: an array; bytes too, if each word is a number below 256. An empty pair of brackets is
 * also the array of one empty string.
 */
export function bracketReading(items: readonly Value[]): Value {
  const [first] = items;
  if (first === undefined || (items.length === 1 && first.kind === 'string' && first.value === ''))
    return build.oneOf([build.arr([]), build.bytes([]), build.arr([build.str('')])]);
  const bytes = items.map(byteOf).filter((byte) => byte !== undefined);
  const array = build.arr(items);
  return bytes.length === items.length ? build.oneOf([array, build.bytes(bytes)]) : array;
}

function byteOf(item: Value): number | undefined {
  if (item.kind !== 'oneOf') return undefined;
  for (const option of item.options)
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
