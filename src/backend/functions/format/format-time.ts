import { epochDayText, instantText } from '../../../value/instant.ts';
import { civilOf } from '../time/civil.ts';
import { clockOf } from '../time/clock.ts';
import type { DateValue } from '../../data/date.ts';
import type { Time } from '../../data/time.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `%t…` with the letter that says which part is meant, in English and UTC; `undefined`: that value has no such part. */
export function formatTime(value: Time | DateValue, part: string): string | undefined {
  const day = value.kind === 'date' ? value.epochDay : clockOf(value).epochDay;
  return datePart(day, part) ?? (value.kind === 'time' ? clockPart(value, part) : undefined);
}

/** The whole, as ISO has it. */
export function isoText(value: Time | DateValue): string {
  return value.kind === 'date' ? epochDayText(value.epochDay) : instantText(value);
}

function datePart(epochDay: bigint, part: string): string | undefined {
  const { year, month, day, dayOfYear, dayOfWeek } = civilOf(epochDay);
  const monthName = MONTHS[month - 1] ?? '';
  const dayName = DAYS[dayOfWeek - 1] ?? '';
  switch (part) {
    case 'B':
      return monthName;
    case 'b':
    case 'h':
      return monthName.slice(0, 3);
    case 'A':
      return dayName;
    case 'a':
      return dayName.slice(0, 3);
    case 'C':
      return digits(Math.floor(yearOfEra(year) / 100), 2);
    case 'Y':
      return digits(yearOfEra(year), 4);
    case 'y':
      return digits(yearOfEra(year) % 100, 2);
    case 'm':
      return digits(month, 2);
    case 'd':
      return digits(day, 2);
    case 'e':
      return String(day);
    case 'j':
      return digits(dayOfYear, 3);
    case 'D':
      return `${digits(month, 2)}/${digits(day, 2)}/${digits(yearOfEra(year) % 100, 2)}`;
    case 'F':
      return `${digits(yearOfEra(year), 4)}-${digits(month, 2)}-${digits(day, 2)}`;
    default:
      return undefined;
  }
}

/** Java counts the years before 1 backwards from 1. */
function yearOfEra(year: number): number {
  return year > 0 ? year : 1 - year;
}

function clockPart(time: Time, part: string): string | undefined {
  const { epochDay, hour, minute, second } = clockOf(time);
  const hourOfHalfDay = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = digits(minute, 2);
  const seconds = digits(second, 2);
  const millis = time.seconds * 1000n + BigInt(Math.floor(time.nanos / 1_000_000));
  switch (part) {
    case 'H':
      return digits(hour, 2);
    case 'I':
      return digits(hourOfHalfDay, 2);
    case 'k':
      return String(hour);
    case 'l':
      return String(hourOfHalfDay);
    case 'M':
      return minutes;
    case 'S':
      return seconds;
    case 'L':
      return digits(Math.floor(time.nanos / 1_000_000), 3);
    case 'N':
      return digits(time.nanos, 9);
    case 'p':
      return hour < 12 ? 'am' : 'pm';
    case 'z':
      return '+0000';
    case 'Z':
      return 'UTC';
    case 's':
      return String(time.seconds);
    case 'Q':
      return String(millis);
    case 'R':
      return `${digits(hour, 2)}:${minutes}`;
    case 'T':
      return `${digits(hour, 2)}:${minutes}:${seconds}`;
    case 'r':
      return `${digits(hourOfHalfDay, 2)}:${minutes}:${seconds} ${hour < 12 ? 'AM' : 'PM'}`;
    case 'c': {
      const date = ['a', 'b', 'd'].map((letter) => datePart(epochDay, letter) ?? '').join(' ');
      return `${date} ${digits(hour, 2)}:${minutes}:${seconds} UTC ${datePart(epochDay, 'Y') ?? ''}`;
    }
    default:
      return undefined;
  }
}

function digits(value: number | bigint, width: number): string {
  return String(value).padStart(width, '0');
}
