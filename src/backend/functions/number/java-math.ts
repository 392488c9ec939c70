/**
 * Functions whose last digit differs between Java and JavaScript engines, after the algorithms that Java prescribes for them
 * (its `StrictMath`, which follows fdlibm: e_cosh.c, e_sinh.c, s_tanh.c, e_hypot.c).
 */

const LN_2 = Math.LN2;
/** The largest argument for which `exp` is finite. */
const EXP_LIMIT = 709.782_712_893_384;
/** The largest for which `cosh` is. */
const COSH_LIMIT = 710.475_860_073_943_9;

export function cosh(value: number): number {
  const x = Math.abs(value);
  if (x < 0.5 * LN_2) {
    const t = Math.expm1(x);
    const w = 1 + t;
    return x < 2 ** -55 ? w : 1 + (t * t) / (w + w);
  }
  if (x < 22) {
    // Engines correct the last digit of `exp(1)`, fdlibm does not.
    const t = x === 1 ? 2.718_281_828_459_045_5 : Math.exp(x);
    return 0.5 * t + 0.5 / t;
  }
  return halfExp(x);
}

export function sinh(value: number): number {
  const x = Math.abs(value);
  const half = value < 0 ? -0.5 : 0.5;
  if (x < 2 ** -28 || Number.isNaN(value)) return value;
  if (x < 22) {
    const t = Math.expm1(x);
    return x < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
  }
  return 2 * half * halfExp(x);
}

export function tanh(value: number): number {
  const x = Math.abs(value);
  if (Number.isNaN(value)) return value;
  if (x < 2 ** -55) return value * (1 + value);
  let z = 1;
  if (x < 1) {
    const t = Math.expm1(-2 * x);
    z = -t / (t + 2);
  } else if (x < 22) z = 1 - 2 / (Math.expm1(2 * x) + 2);
  return value < 0 ? -z : z;
}

/** `exp(x) / 2`, also where `exp(x)` is too large. */
function halfExp(x: number): number {
  if (x < EXP_LIMIT) return 0.5 * Math.exp(x);
  if (x > COSH_LIMIT) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY;
  const w = Math.exp(0.5 * x);
  return 0.5 * w * w;
}

export function hypot(first: number, second: number): number {
  if (Math.abs(first) === Number.POSITIVE_INFINITY || Math.abs(second) === Number.POSITIVE_INFINITY)
    return Number.POSITIVE_INFINITY;
  let a = Math.max(Math.abs(first), Math.abs(second));
  let b = Math.min(Math.abs(first), Math.abs(second));
  if (Number.isNaN(a) || a / b > 2 ** 60 || b === 0) return a + b;
  let scale = 1;
  if (a > 2 ** 500) scale = 2 ** 600;
  else if (b < 2 ** -500) scale = 2 ** -700;
  a /= scale;
  b /= scale;
  return scale * scaledHypot(a, b);
}

/** The square root of the sum of two squares, each computed with its rounding error. `a` is not below `b`. */
function scaledHypot(a: number, b: number): number {
  const w = a - b;
  if (w > b) {
    const high = highWord(a);
    const low = a - high;
    return Math.sqrt(high * high - (b * -b - low * (a + high)));
  }
  const twice = a + a;
  const y = highWord(b);
  const yLow = b - y;
  const t = highWord(twice);
  const tLow = twice - t;
  return Math.sqrt(t * y - (w * -w - (t * yLow + tLow * b)));
}

const view = new DataView(new ArrayBuffer(8));

/** A double without its lower 32 bits. */
function highWord(value: number): number {
  view.setFloat64(0, value);
  view.setUint32(4, 0);
  return view.getFloat64(0);
}
