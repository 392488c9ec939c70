/**
 * Numbers as the driver takes them: what `NSNumber.stringValue` writes without a point is an integer (`isDoubleNumber` in
 * `LanguageExtensions.swift`), so that 1.0 is decoded as 1, and 1e-7 as 0.
 */
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;
/** From here on Swift writes doubles with an exponent (`SwiftDtoa.cpp`). */
const LARGE = 2 ** 54;
/** Below this one, too. */
export const SMALL = 1e-4;
/** Whole numbers below it have sixteen digits at most, which `%.16g` writes without an exponent. */
const WHOLE = 1e16;

/** The integer that a double is decoded as; `undefined`: it stays a double. */
export function integerOf(value: number): bigint | undefined {
  if (Number.isInteger(value) && Math.abs(value) < WHOLE) return BigInt(value);
  return stringValue(value).includes('.') ? undefined : BigInt(Math.trunc(value));
}

/** Whether an integer is a Swift `Int`. */
export function isInt(value: bigint): boolean {
  return value >= LONG_MIN && value <= LONG_MAX;
}

/** A double that stays one as `Double.description` writes it from Swift 4.2 on: the shortest digits. */
export function doubleText(value: number): string {
  const sign = value < 0 ? '-' : '';
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential().split('e');
  const exponent = Number(power);
  if (exponent < -4 || Math.abs(value) > LARGE) {
    const digits = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${mantissa}e${exponent < 0 ? '-' : '+'}${digits}`;
  }
  const digits = mantissa.replace('.', '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}

/** `%.16g`, by which Foundation describes doubles. */
function stringValue(value: number): string {
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential(15).split('e');
  const exponent = Number(power);
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  if (exponent < -4 || exponent >= 16) return digits.length > 1 ? '1.1e0' : '1e0';
  return digits.length > exponent + 1 ? '1.1' : '1';
}
