const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
/** Digits of which two decimals never have one double. */
const SAFE_DIGITS = 15;
const POWERS = Array.from({ length: SAFE_DIGITS + 1 }, (_, power) => 10 ** power);

/**
 * The number of a decimal of at most 15 digits, or of a safe integer, with no more zeros before and behind than it needs:
 * `-0.5`, `12`, not `012` nor `1.50`. Such a one is always the shortest for its double; it is an integer if and only if it
 * has no point. NaN: any other text.
 */
export function plainDecimal(text: string): number {
  const { length } = text;
  const first = length > 0 && text.charCodeAt(0) === MINUS ? 1 : 0;
  if (length === first || length > first + SAFE_DIGITS + 1) return Number.NaN;
  let digits = 0;
  let point = length;
  for (let at = first; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= ZERO && unit <= NINE) digits = digits * 10 + unit - ZERO;
    else if (unit === POINT && point === length && at > first) point = at;
    else return Number.NaN;
  }
  if (text.charCodeAt(first) === ZERO && point > first + 1) return Number.NaN;
  if (point === length) return Number.isSafeInteger(digits) ? sign(digits, first) : Number.NaN;
  const fraction = length - point - 1;
  if (fraction === 0 || text.charCodeAt(length - 1) === ZERO || length - first - 1 > SAFE_DIGITS)
    return Number.NaN;
  // Both numbers are exact, so that the quotient is the nearest double.
  return sign(digits / (POWERS[fraction] ?? Number.NaN), first);
}

/** The number of the digits of a stretch: exact up to 15 of them. */
export function integerAt(text: string, at: number, end: number): number {
  let value = 0;
  for (let place = at; place < end; place += 1) value = value * 10 + text.charCodeAt(place) - ZERO;
  return value;
}

function sign(size: number, first: number): number {
  return first === 0 ? size : -size;
}
