import { javaDouble } from '../../value/index.ts';

/**
 * `Double.toString` of JDK 19 and later: of the decimals that read back as the double the shortest, but of two digits at
 * least, and of those the closest (JDK-4511638; held against a run of Temurin 25). Up to JDK 18 it is `javaDouble`.
 */
export function shortestDouble(value: number): string {
  if (value === 0) return javaDouble(value);
  const size = Math.abs(value);
  const [mantissa = '', exponent = '0'] = size.toExponential().split('e');
  const digits = mantissa.replace('.', '');
  if (digits.length > 1) return sign(value) + layOut(digits, Number(exponent) + 1);
  const two = size.toExponential(1);
  const [twoDigits = '', twoExponent = '0'] = two.split('e');
  return Number(two) === size
    ? sign(value) + layOut(twoDigits.replace('.', '').replace(/0$/, ''), Number(twoExponent) + 1)
    : sign(value) + layOut(digits, Number(exponent) + 1);
}

function sign(value: number): string {
  return value < 0 ? '-' : '';
}

/** `0.digits × 10^point`: plain from 1e-3 to below 1e7, computerised scientific notation outside. */
function layOut(digits: string, point: number): string {
  if (point > 0 && point < 8)
    return `${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point) || '0'}`;
  if (point <= 0 && point > -3) return `0.${'0'.repeat(-point)}${digits}`;
  return `${digits.slice(0, 1)}.${digits.slice(1) || '0'}E${point - 1}`;
}
