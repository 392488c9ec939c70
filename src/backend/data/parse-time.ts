import { DateValue } from './date.ts';
import { epochDay } from '../../value/instant.ts';
import { Time } from './time.ts';

// Java 17's ISO_LOCAL_DATE_TIME followed by `Z` or an offset, which must be there (spec 2.5).
const TIME =
  /^([+-]?\d{4,10})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{0,9}))?)?(?:Z|([+-])(\d\d)(?::(\d\d)(?::(\d\d))?|(\d\d)))$/i;
const DATE = /^([+-]?\d{4,10})-(\d\d)-(\d\d)$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const LAST_YEAR = 999_999_999;
/** Seconds of the largest zone offset. */
const LARGEST_OFFSET = 18 * 3600;

/** Reads the text of a `@ts`; `undefined`: it is none. A day that a month lacks becomes its last, `24:00` the next day's start. */
export function parseTime(text: string): Time | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '0', fraction = ''] = match;
  const [, , , , , , , , sign, offsetHour = '0', offsetMinute = match[12] ?? '0', offsetSecond = '0'] = match;
  const midnight = dayOf(year, month, day, 'smart');
  const offset = Number(offsetHour) * 3600 + Number(offsetMinute) * 60 + Number(offsetSecond);
  const clock = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const nanos = Number(fraction.padEnd(9, '0'));
  const isEndOfDay = Number(hour) === 24 && clock === 86_400 && nanos === 0;
  if (midnight === undefined || (Number(hour) > 23 && !isEndOfDay)) return undefined;
  if (Number(minute) > 59 || Number(second) > 59) return undefined;
  if (offset > LARGEST_OFFSET || Number(offsetMinute) > 59 || Number(offsetSecond) > 59) return undefined;
  return new Time(midnight * 86_400n + BigInt(clock + (sign === '-' ? offset : -offset)), nanos);
}

/** Reads the text of a `@date`; `undefined`: it is none. */
export function parseDate(text: string): DateValue | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  const days = dayOf(year, month, day, 'strict');
  return days === undefined ? undefined : new DateValue(days);
}

function dayOf(year: string, month: string, day: string, style: 'strict' | 'smart'): bigint | undefined {
  const number = Number(year);
  // A sign must be there exactly when a positive year has more than four digits.
  const isSigned = year.startsWith('+');
  if (year === '' || (number >= 0 && isSigned !== year.replace('+', '').length > 4)) return undefined;
  if (Math.abs(number) > LAST_YEAR || year === '-0000') return undefined;
  const length = DAYS[Number(month) - 1];
  if (length === undefined || Number(day) < 1 || Number(day) > 31) return undefined;
  const last = month === '02' && isLeap(number) ? 29 : length;
  if (Number(day) > last && style === 'strict') return undefined;
  const within = String(Math.min(Number(day), last)).padStart(2, '0');
  return epochDay(`${year}-${month}-${within}`);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
