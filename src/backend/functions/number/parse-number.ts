/**
 * Reads a number as the JVM's English number format does: it takes what it can from the start and stops at the first
 * character that it has no use for, so `12abc` is 12 and `1e3` is 1 (only `E` starts an exponent). Commas group, anywhere.
 * An Integer when the value is whole and fits 64 bits; `undefined`: there is no number at the start.
 */
export function parseNumber(text: string): bigint | number | undefined {
  const trimmed = text.replace(/^[\0- ]+|[\0- ]+$/g, '');
  const isNegative = trimmed.startsWith('-');
  const rest = isNegative ? trimmed.slice(1) : trimmed;
  if (rest.startsWith('∞')) return isNegative ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (trimmed.startsWith('NaN')) return Number.NaN;
  const [, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(rest) ?? [];
  const digits = ascii(whole.replaceAll(',', ''));
  const places = ascii(fraction);
  if (digits === '' && places === '') return undefined;
  return assemble(isNegative, digits, places, Number(ascii(exponent)));
}

const NUMBER = /^((?:\p{Nd}|,)*)(?:\.(\p{Nd}*))?(?:E(-?\p{Nd}+))?/u;
/** Exponents beyond make an infinity or nothing in any case. */
const FARTHEST = 1000;

function assemble(isNegative: boolean, digits: string, places: string, exponent: number): bigint | number {
  const sign = isNegative ? '-' : '';
  const double = Number(`${sign}${digits || '0'}.${places || '0'}e${String(exponent)}`);
  const trailing = places.replace(/0+$/, '');
  const isWhole = exponent >= trailing.length && exponent <= FARTHEST;
  const isNegativeZero = double === 0 && isNegative;
  if (isNegativeZero || (!isWhole && !isShiftedWhole(digits, trailing, exponent))) return double;
  const shifted = digits + trailing;
  const zeros = exponent - trailing.length;
  const value =
    zeros >= 0 ? BigInt(`0${shifted}${'0'.repeat(zeros)}`) : BigInt(`0${shifted.slice(0, zeros)}`);
  const signed = isNegative ? -value : value;
  return BigInt.asIntN(64, signed) === signed ? signed : double;
}

/** With a negative exponent: `1000E-2` is 10. */
function isShiftedWhole(digits: string, places: string, exponent: number): boolean {
  if (exponent < -FARTHEST || exponent > FARTHEST) return false;
  const lost = places.length - exponent;
  return lost > 0 && /^0*$/.test((digits + places).slice(-lost)) && lost <= (digits + places).length;
}

/** Digits of any script as those of ASCII. */
function ascii(text: string): string {
  return text.replaceAll(/[^-0-9]/gu, (digit) => {
    // The digits of a script stand together, from a zero on that is where its row of ten begins.
    let zero = digit.codePointAt(0) ?? 0;
    const code = zero;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
}
