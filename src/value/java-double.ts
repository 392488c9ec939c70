/**
 * The text of Java's `Double.toString` on JDK 17 (`jdk.internal.math.FloatingDecimal`, used up to JDK 18) for a finite
 * double: what the database writes and the JVM drivers print. It always reads back as the same double but is not always
 * the shortest such text: `1e23` prints `9.999999999999999E22`, `2e23` prints `1.9999999999999998E23`, because Java stops
 * by a symmetric test and has short cuts for integral and for small numbers. All of that is kept here.
 */
export function javaDouble(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  return (value < 0 ? '-' : '') + layOut(decimal(Math.abs(value)));
}

/** `0.d₁d₂d₃… × 10^point` */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/** A positive double as `fraction × 2^(exponent - 52)`, bit 52 of the fraction set. */
interface Binary {
  readonly fraction: bigint;
  readonly exponent: number;
  /** Bits of the fraction that carry information: 53, fewer below the normal range. */
  readonly significant: number;
}

const FRACTION_BITS = 52;
const HIDDEN_BIT = 1n << 52n;
/** Largest binary exponent at which an integral double fits a signed 64-bit integer. */
const MAX_LONG_EXPONENT = 62;

/** Plain notation from 1e-3 to below 1e7, computerised scientific notation outside. */
function layOut({ digits, point }: Decimal): string {
  if (point > 0 && point < 8)
    return `${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point) || '0'}`;
  if (point <= 0 && point > -3) return `0.${'0'.repeat(-point)}${digits}`;
  return `${digits.slice(0, 1)}.${digits.slice(1) || '0'}E${point - 1}`;
}

function decimal(value: number): Decimal {
  const binary = binaryParts(value);
  const fractionBits = FRACTION_BITS + 1 - trailingZeros(binary.fraction);
  /** Significant bits below the binary point. */
  const tinyBits = Math.max(0, fractionBits - binary.exponent - 1);
  return tinyBits === 0 && binary.exponent <= MAX_LONG_EXPONENT
    ? integralDigits(binary)
    : generateDigits(binary, fractionBits, tinyBits);
}

function binaryParts(value: number): Binary {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const stored = bits & (HIDDEN_BIT - 1n);
  if (biased > 0) return { fraction: stored | HIDDEN_BIT, exponent: biased - 1023, significant: 53 };
  const significant = stored.toString(2).length;
  const shift = FRACTION_BITS + 1 - significant;
  return { fraction: stored << BigInt(shift), exponent: -1022 - shift, significant };
}

/** First short cut: an integral value below 2^63 is printed from its long, insignificant low digits rounded away. */
function integralDigits({ fraction, exponent, significant }: Binary): Decimal {
  let long =
    exponent >= FRACTION_BITS
      ? fraction << BigInt(exponent - FRACTION_BITS)
      : fraction >> BigInt(FRACTION_BITS - exponent);
  let dropped = exponent > significant ? insignificantDigits(exponent - significant - 1) : 0;
  if (dropped > 0) {
    const unit = 10n ** BigInt(dropped);
    long = long / unit + (long % unit >= unit / 2n ? 1n : 0n);
  }
  const all = long.toString();
  dropped += all.length;
  return { digits: all.replace(/0+$/, ''), point: dropped };
}

/** Decimal digits of 2^power beyond the first, none for 2^0 and 2^1. */
function insignificantDigits(power: number): number {
  return power > 1 ? (1n << BigInt(power)).toString().length - 1 : 0;
}

/**
 * The general case (Steele and White, with Java's stopping test): value = numerator / denominator × 10^point, digits are
 * taken until the rest is within half a unit in the last place. Java computes in 32 bits, 64 bits or big integers by
 * size; the three differ where sums overflow and in whether the upper bound itself stops.
 */
function generateDigits(binary: Binary, fractionBits: number, tinyBits: number): Decimal {
  let point = estimatePoint(binary);
  const fives = Math.max(0, -point);
  const scaleFives = Math.max(0, point);
  let twos = fives + tinyBits + binary.exponent;
  let scaleTwos = scaleFives + tinyBits;
  let marginTwos = twos - binary.significant;
  const fraction = binary.fraction >> BigInt(FRACTION_BITS + 1 - fractionBits);
  twos -= fractionBits - 1;
  const common = Math.min(twos, scaleTwos);
  twos -= common;
  scaleTwos -= common;
  marginTwos -= common;
  // Below a power of two the neighbour is half as far away.
  if (fractionBits === 1) marginTwos -= 1;
  if (marginTwos < 0) {
    twos -= marginTwos;
    scaleTwos -= marginTwos;
    marginTwos = 0;
  }

  const width = wordSize(fractionBits + twos + bitsOfFive(fives), scaleTwos + 1 + bitsOfFive(scaleFives + 1));
  const wrap = (value: bigint): bigint => (width === undefined ? value : BigInt.asIntN(width, value));
  const denominator = (5n ** BigInt(scaleFives)) << BigInt(scaleTwos);
  const ten = denominator * 10n;
  let rest = fraction * 5n ** BigInt(fives) * (1n << BigInt(twos));
  let margin = (5n ** BigInt(fives)) << BigInt(marginTwos);
  let digits = '';
  let low = false;
  let high = false;
  const next = (): string => {
    const digit = rest / denominator;
    rest = wrap((rest % denominator) * 10n);
    margin = wrap(margin * 10n);
    low = rest < margin;
    high = width === undefined ? rest + margin >= ten : wrap(rest + margin) > ten;
    return digit.toString();
  };

  const first = next();
  if (first === '0' && !high) point -= 1;
  else digits = first;
  // In exponent notation Java wants a second digit, so the test is not asked after the first one.
  if (point < -3 || point >= 8) low = high = false;
  while (!low && !high) {
    digits += next();
    // A margin that overflowed its word is larger than any rest.
    if (width !== undefined && margin <= 0n) low = high = true;
  }
  return { ...rounded(digits, point + 1, high && (!low || roundsUp(digits, rest * 2n - ten))) };
}

function roundsUp(digits: string, overHalf: bigint): boolean {
  return overHalf === 0n ? Number(digits.at(-1)) % 2 === 1 : overHalf > 0n;
}

function rounded(digits: string, point: number, up: boolean): Decimal {
  if (!up) return { digits, point };
  const next = (BigInt(digits) + 1n).toString().padStart(digits.length, '0');
  return next.length > digits.length
    ? { digits: next.slice(0, -1), point: point + 1 }
    : { digits: next, point };
}

/** Java's estimate of the decimal exponent: exact or one too high. */
function estimatePoint({ fraction, exponent }: Binary): number {
  const mantissa = Number(fraction) / Number(HIDDEN_BIT);
  return Math.floor((mantissa - 1.5) * 0.289529654 + 0.176091259 + exponent * 0.301029995663981);
}

/** Bits of 5^power; Java knows the first 27 exactly and takes three for each factor beyond. */
function bitsOfFive(power: number): number {
  if (power === 0) return 0;
  return power < 27 ? (5n ** BigInt(power)).toString(2).length : power * 3;
}

function wordSize(numeratorBits: number, scaleBits: number): 32 | 64 | undefined {
  if (numeratorBits >= 64 || scaleBits >= 64) return undefined;
  return numeratorBits < 32 && scaleBits < 32 ? 32 : 64;
}

function trailingZeros(value: bigint): number {
  const lowest = value & -value;
  return lowest.toString(2).length - 1;
}
