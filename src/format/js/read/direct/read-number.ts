import type { NumberValue } from '../../../../value/index.ts';
import type { TextReader } from '../../../shared/text-reader.ts';
import { DOT, endOfRun, MINUS, NINE, NUMERIC, SMALL_E, ZERO } from './characters.ts';

/** Digits of which two decimals never have one double. */
const SAFE_DIGITS = 15;
/** Smaller numbers are written with an exponent. */
const SMALLEST_DECIMAL = 1e-6;

/** Reads a number that is spelled as JavaScript spells it. */
export function readNumber(reader: TextReader): NumberValue {
  const { text, offset: start } = reader;
  const isNegative = text.charCodeAt(start) === MINUS;
  const first = isNegative ? start + 1 : start;
  let at = first;
  let whole = 0;
  let unit = text.charCodeAt(at);
  while (unit >= ZERO && unit <= NINE) {
    whole = whole * 10 + (unit - ZERO);
    at += 1;
    unit = text.charCodeAt(at);
  }
  const digits = at - first;
  if (digits === 0 || (digits > 1 && text.charCodeAt(first) === ZERO)) return reader.fail('a number');
  if (unit === DOT || unit === SMALL_E || whole > Number.MAX_SAFE_INTEGER) return anyNumber(reader);
  reader.offset = at;
  return { kind: 'number', value: isNegative ? -whole : whole };
}

function anyNumber(reader: TextReader): NumberValue {
  const { text, offset: start } = reader;
  reader.offset = endOfRun(text, start, NUMERIC);
  const spelled = text.slice(start, reader.offset);
  const value = Number(spelled);
  return isSurely(value, spelled) || String(value) === spelled
    ? { kind: 'number', value }
    : reader.fail('a number as JavaScript writes it', start);
}

/** Whether a number without leading zeros is written so, as far as that can be told without writing it. */
function isSurely(value: number, spelled: string): boolean {
  const last = spelled.charCodeAt(spelled.length - 1);
  return (
    spelled.length <= SAFE_DIGITS &&
    last > ZERO &&
    last <= NINE &&
    !spelled.includes('e') &&
    Math.abs(value) >= SMALLEST_DECIMAL
  );
}
