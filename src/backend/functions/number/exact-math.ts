/**
 * Elementary functions, correctly rounded. Java computes them with routines whose last digit is all but always the right
 * one; those of JavaScript engines are a little further off, and one digit on the wire is a difference. So they are
 * computed in integers of 256 bits behind the point and rounded once. What is infinite, NaN or nearly nothing is as
 * JavaScript has it.
 */

const BITS = 256;
/** The number 1. */
const ONE = 1n << BigInt(BITS);
const LN_2 = 2n * inverseAtanh(3n);
/** ln 10 = 3 ln 2 + ln 1.25, and 1.25 is (1 + 1/9) / (1 − 1/9). */
const LN_10 = 3n * LN_2 + 2n * inverseAtanh(9n);

export function exp(x: number): number {
  if (!(Math.abs(x) < 700) || Math.abs(x) < 2 ** -54) return Math.exp(x);
  return exponential(fixed(x));
}

export function log(x: number): number {
  return isOrdinary(x) ? rounded(logarithm(x)) : Math.log(x);
}

export function log10(x: number): number {
  return isOrdinary(x) ? rounded(quotient(logarithm(x), LN_10)) : Math.log10(x);
}

export function pow(x: number, y: number): number {
  const near = x ** y;
  const size = Math.abs(near);
  if (!(size > 1e-290 && size < 1e290) || size === 1 || !(Math.abs(y) < 2 ** 60) || Math.abs(y) < 2 ** -60)
    return near;
  return Math.sign(near) * exponential(product(fixed(y), logarithm(Math.abs(x))));
}

export function sin(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < 2 ** -27) return Math.sin(x);
  const { rest, quarter } = inQuarter(x);
  const value = quarter % 2 === 0 ? sine(rest) : cosine(rest);
  return rounded(quarter < 2 ? value : -value);
}

export function cos(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < 2 ** -27) return Math.cos(x);
  const { rest, quarter } = inQuarter(x);
  const value = quarter % 2 === 0 ? cosine(rest) : sine(rest);
  return rounded(quarter === 0 || quarter === 3 ? value : -value);
}

export function tan(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < 2 ** -27) return Math.tan(x);
  const { rest, quarter } = inQuarter(x);
  return rounded(
    quarter % 2 === 0 ? quotient(sine(rest), cosine(rest)) : -quotient(cosine(rest), sine(rest)),
  );
}

function isOrdinary(x: number): boolean {
  return x > 2 ** -1022 && x < Number.POSITIVE_INFINITY && x !== 1;
}

/** A double as `mantissa` × 2^`exponent`, the mantissa whole. */
function parts(x: number): { readonly mantissa: bigint; readonly exponent: number } {
  const exponent = Math.floor(Math.log2(Math.abs(x))) - 60;
  // Both halves of the scale are powers of two, so that nothing is lost and nothing overflows.
  const half = Math.trunc(exponent / 2);
  return { mantissa: BigInt(x * 2 ** -half * 2 ** -(exponent - half)), exponent };
}

function fixed(x: number, bits = BITS): bigint {
  const { mantissa, exponent } = parts(x);
  return shift(mantissa, exponent + bits);
}

function shift(value: bigint, by: number): bigint {
  return by >= 0 ? value << BigInt(by) : value >> BigInt(-by);
}

/** The nearest double. `Number` rounds an integer correctly, and the scale is a power of two. */
function rounded(value: bigint): number {
  return Number(value) * 2 ** -BITS;
}

function product(a: bigint, b: bigint): bigint {
  return (a * b) >> BigInt(BITS);
}

function quotient(a: bigint, b: bigint): bigint {
  return (a << BigInt(BITS)) / b;
}

/** e to a power, which must not leave the range of doubles. */
function exponential(power: bigint): number {
  const twos = (power + LN_2 / 2n) / LN_2 - (power < -LN_2 / 2n ? 1n : 0n);
  const rest = (power - twos * LN_2) >> 8n;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = product(term, rest) / n;
    sum += term;
  }
  for (let round = 0; round < 8; round++) sum = product(sum, sum);
  return rounded(sum) * 2 ** Number(twos);
}

/** The natural logarithm of a positive double: of its power of two, and of what is left by the series of atanh. */
function logarithm(x: number): bigint {
  const { mantissa, exponent } = parts(x);
  // Between 0.7 and 1.4, where the series is short.
  const twos =
    mantissa.toString(2).length - (Number(mantissa) > 1.4 * 2 ** (mantissa.toString(2).length - 1) ? 0 : 1);
  const near = shift(mantissa, BITS - twos);
  const ratio = quotient(near - ONE, near + ONE);
  const square = product(ratio, ratio);
  let power = ratio;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = product(power, square);
  }
  return 2n * sum + BigInt(exponent + twos) * LN_2;
}

/** atanh(1/n) */
function inverseAtanh(n: bigint): bigint {
  let power = ONE / n;
  let sum = 0n;
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += power / k;
    power /= n * n;
  }
  return sum;
}

/** The angle as so many quarter turns (modulo four) and a rest of at most an eighth. */
function inQuarter(x: number): { readonly rest: bigint; readonly quarter: number } {
  // A large angle takes as many more digits of pi as it has before the point.
  const bits = BITS + Math.max(0, Math.ceil(Math.log2(Math.abs(x))));
  const angle = fixed(x, bits);
  const right = pi(bits) / 2n;
  const turns = (2n * angle + right) / (2n * right) - (2n * angle + right < 0n ? 1n : 0n);
  const rest = (angle - turns * right) >> BigInt(bits - BITS);
  return { rest, quarter: Number(((turns % 4n) + 4n) % 4n) };
}

function sine(angle: bigint): bigint {
  return series(angle, angle, 1n);
}

function cosine(angle: bigint): bigint {
  return series(ONE, angle, 0n);
}

/** The alternating series that begins with `first`, whose power is `degree`. */
function series(first: bigint, angle: bigint, degree: bigint): bigint {
  const square = product(angle, angle);
  let term = first;
  let sum = 0n;
  for (let n = degree; term !== 0n && term !== -1n; n += 2n) {
    sum += term;
    term = -product(term, square) / ((n + 1n) * (n + 2n));
  }
  return sum;
}

const knownPi = new Map<number, bigint>();

/** Pi with so many bits behind the point, by Machin's formula. */
function pi(bits: number): bigint {
  const known = knownPi.get(bits);
  if (known !== undefined) return known;
  const guard = 16;
  const value = (16n * inverseAtan(5n, bits + guard) - 4n * inverseAtan(239n, bits + guard)) >> BigInt(guard);
  knownPi.set(bits, value);
  return value;
}

/** atan(1/n) */
function inverseAtan(n: bigint, bits: number): bigint {
  let power = (1n << BigInt(bits)) / n;
  let sum = 0n;
  for (let k = 0n; power !== 0n; k++) {
    const term = power / (2n * k + 1n);
    sum += k % 2n === 0n ? term : -term;
    power /= n * n;
  }
  return sum;
}
