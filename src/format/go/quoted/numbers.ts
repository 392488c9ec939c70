import { build, type Value } from '../../../value/index.ts';
import { doubleText } from '../double-text.ts';
import type { QuotedTraits } from './traits.ts';

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;
/** Longs of so few digits are in range whatever they are. */
const SAFE_DIGITS = 18;

/** A double as `strconv.FormatFloat` writes it with the shortest digits. */
export function quotedDouble(value: number, { exponent }: QuotedTraits): string {
  if (exponent === 'large' || !Number.isFinite(value)) return doubleText(value).replace('e', 'E');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const [mantissa = '', power = '+0'] = Math.abs(value).toExponential().split('e');
  return `${sign}${mantissa}E${power.slice(0, 1)}${power.slice(1).padStart(2, '0')}`;
}

/** What a number stands for; `undefined`: neither a long nor a double prints so. */
export function numberReading(text: string, traits: QuotedTraits): Value | undefined {
  if (/[.E]/.test(text)) return doubleReading(text, traits);
  const long = longReading(text);
  if (traits.exponent === 'always') return long;
  const double = text.length < 8 ? doubleReading(text, traits) : undefined;
  return long !== undefined && double !== undefined ? build.oneOf([long, double]) : (long ?? double);
}

function longReading(text: string): Value | undefined {
  if (!/^(?:0|-?[1-9]\d*)$/.test(text)) return undefined;
  const value = BigInt(text);
  const fits = text.length <= SAFE_DIGITS || (value >= LONG_MIN && value <= LONG_MAX);
  return fits ? build.long(value) : undefined;
}

function doubleReading(text: string, traits: QuotedTraits): Value | undefined {
  const value = Number(text);
  return Number.isFinite(value) && quotedDouble(value, traits) === text ? build.double(value) : undefined;
}
