import { javaDouble } from '../../../value/java-double.ts';

/** The decimal digits of a positive finite double, as Java shows it: 0.digits × 10^exponent. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** Java's formatter works on the digits of `Double.toString`, not on the exact value: 1.005 with two places is 1.01. */
export function decimalOf(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = javaDouble(value).split('E');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = whole + fraction;
  const digits = all.replace(/^0+/, '');
  const leading = all.length - digits.length;
  return { digits: digits.replace(/0+$/, '') || '0', exponent: whole.length - leading + Number(exponent) };
}

/** With so many digits left, the last one rounded half up; fewer than none leave nothing. */
export function rounded({ digits, exponent }: Decimal, count: number): Decimal {
  if (count >= digits.length) return { digits, exponent };
  if (count < 0 || (count === 0 && (digits[0] ?? '0') < '5')) return { digits: '0', exponent: 1 };
  const up = (digits[count] ?? '0') >= '5';
  const kept = BigInt(`0${digits.slice(0, count)}`) + (up ? 1n : 0n);
  const text = kept.toString().padStart(count, '0');
  // A carry makes one digit more.
  return { digits: text, exponent: exponent + text.length - count };
}

/** With so many places behind the point. */
export function fixed(decimal: Decimal, places: number): string {
  const { digits, exponent } = rounded(decimal, decimal.exponent + places);
  const padded = exponent > 0 ? digits.padEnd(exponent, '0') : '0'.repeat(-exponent) + digits;
  const whole = exponent > 0 ? padded.slice(0, exponent) : '0';
  const fraction = (exponent > 0 ? padded.slice(exponent) : padded).slice(0, places).padEnd(places, '0');
  return places === 0 ? whole : `${whole}.${fraction}`;
}

/** `d.ddde+xx` with so many places. */
export function scientific(decimal: Decimal, places: number): string {
  const { digits, exponent } = rounded(decimal, places + 1);
  const fraction = digits.slice(1, places + 1).padEnd(places, '0');
  const power = digits.startsWith('0') ? 0 : exponent - 1;
  const sign = power < 0 ? '-' : '+';
  return `${digits.slice(0, 1)}${places === 0 ? '' : `.${fraction}`}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}
