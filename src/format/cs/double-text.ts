import { plainDecimal } from '../shared/direct/plain-decimal.ts';
import type { Traits } from './traits.ts';

/** How doubles are written: the signs of a culture and the digits of a runtime. */
export type DoubleStyle = Pick<Traits, 'culture' | 'digits'>;

/** Digits that `Double.ToString()` of .NET Core 3.0 and later leaves in front of the decimal sign before it takes an exponent. */
const MOST_WHOLE_DIGITS = 17;

/**
 * `Double.ToString()`. .NET Core 3.0 and later: shortest digits, an exponent from 1E+17 on (seen on .NET 10, spec 10.c.1.a).
 * .NET Framework, Mono, earlier .NET Core: 15 digits, an exponent from 1E+15 on, zero without a sign. Below 1E-04 an
 * exponent of at least two digits.
 */
export function doubleText(value: number, { culture, digits: most }: DoubleStyle): string {
  const { decimalSign, minusSign } = culture;
  if (Number.isNaN(value)) return 'NaN';
  const isNegative = value < 0 || (Object.is(value, -0) && most === 'shortest');
  const sign = isNegative ? minusSign : '';
  if (!Number.isFinite(value)) return `${sign}Infinity`;
  const size = Math.abs(value);
  const scientific = most === 'shortest' ? size.toExponential() : size.toExponential(most - 1);
  const [mantissa = '', exponentText = '0'] = scientific.split('e');
  const exponent = Number(exponentText);
  const digits = mantissa.replace('.', '').replace(/(?<=.)0+$/, '');
  const point = (whole: string, fraction: string): string =>
    sign + whole + (fraction === '' ? '' : decimalSign + fraction);

  if (exponent >= (most === 'shortest' ? MOST_WHOLE_DIGITS : most) || exponent < -4) {
    const power = String(Math.abs(exponent)).padStart(2, '0');
    return `${point(digits.slice(0, 1), digits.slice(1))}E${exponent < 0 ? minusSign : '+'}${power}`;
  }
  if (exponent < 0) return point('0', '0'.repeat(-exponent - 1) + digits);
  return point(digits.slice(0, exponent + 1).padEnd(exponent + 1, '0'), digits.slice(exponent + 1));
}

/** Smaller ones are written with an exponent. */
const LEAST_WITHOUT_EXPONENT = 1e-4;

/**
 * A double of few digits and no exponent, which every runtime that prints the shortest digits writes so; `undefined`: it takes
 * more to say.
 */
export function readPlainDouble(text: string, { culture, digits }: DoubleStyle): number | undefined {
  const { decimalSign, minusSign } = culture;
  if (digits !== 'shortest' || (minusSign !== '-' && text.startsWith('-'))) return undefined;
  const value = plainDecimal(
    decimalSign === '.' ? text : text.replace(/[.,]/, (sign) => (sign === ',' ? '.' : 'x')),
  );
  const isPlain = value === 0 || Math.abs(value) >= LEAST_WITHOUT_EXPONENT;
  return isPlain ? value : undefined;
}

/** The doubles that have such a text, the nearest to it first; none for any other spelling. */
export function readDoubles(text: string, style: DoubleStyle): readonly number[] {
  const { minusSign, decimalSign } = style.culture;
  const plain = text.replaceAll(minusSign, '-').replace(decimalSign, '.');
  const read = Number(plain);
  // Rounded up to 15 digits, the largest doubles are no doubles any more.
  const isTooLarge = !Number.isFinite(read) && /^-?\d/.test(plain);
  const value = isTooLarge ? Math.sign(read) * Number.MAX_VALUE : read;
  const fits = (one: number): boolean => doubleText(one, style) === text;
  if (!fits(value)) return [];
  if (style.digits === 'shortest' || !Number.isFinite(value)) return [value];
  if (value === 0) return [0, -0];
  return [value, ...neighbours(value, 1n, fits), ...neighbours(value, -1n, fits)];
}

/** The doubles next to one, larger or smaller in size, as long as they fit: some fifty at most for 15 digits. */
function neighbours(value: number, step: bigint, fits: (one: number) => boolean): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const found: number[] = [];
  for (let bits = view.getBigUint64(0) + step; ; bits += step) {
    view.setBigUint64(0, bits);
    const next = view.getFloat64(0);
    if (!fits(next)) return found;
    found.push(next);
  }
}
