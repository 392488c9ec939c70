/** Dates and times of four-digit years, as the database writes them, told by their characters. */
import { isAt } from '../text-reader.ts';

const DAYS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DASH = 0x2d;
const COLON = 0x3a;

/** Whether a date of the calendar, `2018-01-02`, stands at `at`. */
export function isDay(text: string, at: number): boolean {
  const year = two(text, at) * 100 + two(text, at + 2);
  const month = two(text, at + 5);
  const day = two(text, at + 8);
  if (text.charCodeAt(at + 4) !== DASH || text.charCodeAt(at + 7) !== DASH) return false;
  // Comparisons with NaN are false: what is no number is no date.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= (DAYS[month] ?? 0))) return false;
  return day < 29 || month !== 2 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** Whether a time of the day, `03:04:05`, stands at `at`. */
export function isClock(text: string, at: number): boolean {
  return (
    text.charCodeAt(at + 2) === COLON &&
    text.charCodeAt(at + 5) === COLON &&
    two(text, at) < 24 &&
    two(text, at + 3) < 60 &&
    two(text, at + 6) < 60
  );
}

/** The length of a time of nine digits, `2018-01-02T03:04:05.123456789Z`. */
export const NINE_DIGITS = 30;
const SECONDS = 19;

/** Whether a time of nine digits, `2018-01-02T03:04:05.123456789Z`, stands at `at`. */
export function isNineDigitTime(text: string, at: number): boolean {
  return (
    isDay(text, at) &&
    isAt(text, at + 10, 'T') &&
    isClock(text, at + 11) &&
    isAt(text, at + SECONDS, '.') &&
    digitsAt(text, at + SECONDS + 1) === 9 &&
    isAt(text, at + NINE_DIGITS - 1, 'Z')
  );
}

/** Such a time with 0, 3, 6 or 9 digits, as the database writes it. */
export function shortTime(text: string, at: number): string {
  const fraction = at + SECONDS + 1;
  let end = at + NINE_DIGITS - 1;
  while (end > fraction && isAt(text, end - 3, '000')) end -= 3;
  return `${text.slice(at, end === fraction ? end - 1 : end)}Z`;
}

/** The number of digits that stand at `at`. */
export function digitsAt(text: string, at: number): number {
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end - at;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** The digit at a place; NaN: there is none. */
function digit(text: string, at: number): number {
  const value = at < text.length ? text.charCodeAt(at) - 0x30 : Number.NaN;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}

function two(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}
