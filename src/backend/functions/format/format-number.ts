import { decimalOf, fixed, rounded, scientific } from './decimal.ts';
import type { Specifier } from './specifier.ts';

const DEFAULT_PRECISION = 6;

/** `%d`, `%o`, `%x`; `undefined`: flags that do not go together. */
export function formatInteger(value: bigint, specifier: Specifier): string | undefined {
  const { flags, conversion } = specifier;
  if (specifier.precision !== undefined || !flagsFit(specifier)) return undefined;
  if (conversion === 'd') {
    const digits = (value < 0n ? -value : value).toString();
    return withSign(grouped(digits, flags), value < 0n, specifier);
  }
  if (/[+ ,(]/.test(flags)) return undefined;
  // A negative number shows the bits that it is made of.
  const bits = BigInt.asUintN(64, value).toString(conversion === 'o' ? 8 : 16);
  const prefix = flags.includes('#') ? (conversion === 'o' ? '0' : '0x') : '';
  const text = prefix + (flags.includes('0') ? bits.padStart(specifier.width - prefix.length, '0') : bits);
  return conversion === 'X' ? text.toUpperCase() : text;
}

/** `%f`, `%e`, `%g`; `undefined`: flags that do not go together. */
export function formatDouble(value: number, specifier: Specifier): string | undefined {
  const { flags, conversion, precision = DEFAULT_PRECISION } = specifier;
  const kind = conversion.toLowerCase();
  if (!flagsFit(specifier) || (kind === 'e' && flags.includes(',')) || (kind === 'g' && flags.includes('#')))
    return undefined;
  const isNegative = value < 0 || Object.is(value, -0);
  const text = Number.isFinite(value) ? digitsOf(Math.abs(value), kind, precision) : unbounded(value);
  const zeros = Number.isFinite(value) ? specifier : { ...specifier, flags: flags.replace('0', '') };
  const isPlain = kind === 'e' || text.includes('e') || !Number.isFinite(value);
  const signed = withSign(isPlain ? text : grouped(text, flags), isNegative, zeros);
  return /[EG]/.test(conversion) ? signed.toUpperCase() : signed;
}

function digitsOf(value: number, kind: string, precision: number): string {
  const decimal = decimalOf(value);
  if (kind === 'f') return fixed(decimal, precision);
  if (kind === 'e')
    return value === 0 ? scientific({ digits: '0', exponent: 1 }, precision) : scientific(decimal, precision);
  const digits = Math.max(precision, 1);
  if (value === 0) return fixed(decimal, digits - 1);
  const power = rounded(decimal, digits).exponent - 1;
  return power < -4 || power >= digits ? scientific(decimal, digits - 1) : fixed(decimal, digits - power - 1);
}

function unbounded(value: number): string {
  return Number.isNaN(value) ? 'NaN' : 'Infinity';
}

function flagsFit({ flags, width }: Specifier): boolean {
  const has = (flag: string): boolean => flags.includes(flag);
  if (new Set(flags).size !== flags.length) return false;
  if ((has('-') || has('0')) && width === 0) return false;
  return !(has('-') && has('0')) && !(has('+') && has(' '));
}

function grouped(text: string, flags: string): string {
  if (!flags.includes(',')) return text;
  const [whole = '', fraction] = text.split('.');
  const groups = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** Puts sign and leading zeros in front. */
function withSign(text: string, isNegative: boolean, { flags, width }: Specifier): string {
  const hides = text === 'NaN';
  const parentheses = isNegative && flags.includes('(') && !hides;
  const open = parentheses
    ? '('
    : isNegative && !hides
      ? '-'
      : flags.includes('+') && !hides
        ? '+'
        : flags.includes(' ') && !hides
          ? ' '
          : '';
  const close = parentheses ? ')' : '';
  const zeros = flags.includes('0') ? Math.max(width - open.length - close.length, 0) : 0;
  return open + text.padStart(zeros, '0') + close;
}
