import type { Culture } from './culture.ts';

/** Significant digits that `Double.ToString()` leaves in front of the decimal sign before it takes an exponent. */
const MOST_WHOLE_DIGITS = 17;

/**
 * `Double.ToString()` of .NET Core 3.0 and later: shortest digits; an exponent of at least two digits below 1E-04 and from
 * 1E+17 on (seen on .NET 10, spec 10.c.1.a; .NET Framework rounds to 15 digits and is not modelled here).
 */
export function doubleText(value: number, { decimalSign, minusSign }: Culture): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 || Object.is(value, -0) ? minusSign : '';
  if (!Number.isFinite(value)) return `${sign}Infinity`;
  const [mantissa = '', exponentText = '0'] = Math.abs(value).toExponential().split('e');
  const exponent = Number(exponentText);
  const digits = mantissa.replace('.', '');
  const point = (whole: string, fraction: string): string =>
    sign + whole + (fraction === '' ? '' : decimalSign + fraction);

  if (exponent >= MOST_WHOLE_DIGITS || exponent < -4) {
    const power = String(Math.abs(exponent)).padStart(2, '0');
    return `${point(digits.slice(0, 1), digits.slice(1))}E${exponent < 0 ? minusSign : '+'}${power}`;
  }
  if (exponent < 0) return point('0', '0'.repeat(-exponent - 1) + digits);
  return point(digits.slice(0, exponent + 1).padEnd(exponent + 1, '0'), digits.slice(exponent + 1));
}

/** Reads such a text; `undefined` for any other spelling. */
export function readDouble(text: string, culture: Culture): number | undefined {
  const plain = text.replaceAll(culture.minusSign, '-').replace(culture.decimalSign, '.');
  const value = plain === 'NaN' ? Number.NaN : Number(plain);
  return doubleText(value, culture) === text ? value : undefined;
}
