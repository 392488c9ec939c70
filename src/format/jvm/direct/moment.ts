import { build, epochDay, epochDayText, instant, type Value } from '../../../value/index.ts';
import { digitsAt, isClock, isDay } from '../../shared/direct/calendar.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import { timeText } from '../print-value.ts';

const ANY_DATE = /[+-]?\d{4,10}-\d\d-\d\d/y;
const ANY_CLOCK = /T[\d:.]+Z/y;
const T = 0x54;
const Z = 0x5a;
const POINT = 0x2e;
const DAY = 10;
const CLOCK = 8;

/** Whether a date begins here: `2018-01-02`, `+10000-01-01`, `-0001-01-01`. */
export function startsDate(text: string, at: number): boolean {
  const first = text.charCodeAt(at) === 0x2b || text.charCodeAt(at) === 0x2d ? at + 1 : at;
  const digits = digitsAt(text, first);
  return digits >= 4 && text.charCodeAt(first + digits) === 0x2d;
}

/** Reads a date, or a time as `java.time.Instant` prints it. */
export function readMoment(reader: TextReader): Value {
  const { text, offset } = reader;
  if (!isDay(text, offset)) return readAnyMoment(reader);
  const clock = offset + DAY;
  if (text.charCodeAt(clock) !== T) {
    reader.offset = clock;
    return { kind: 'date', text: text.slice(offset, clock) };
  }
  const end = isClock(text, clock + 1) ? fractionEnd(text, clock + 1 + CLOCK) : -1;
  if (end === -1) return reader.fail('a time', offset);
  reader.offset = end;
  return { kind: 'ts', text: text.slice(offset, end) };
}

/** Where a fraction of 0, 3, 6 or 9 digits and a `Z` end; -1: there are none, or three digits could be left out. */
function fractionEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === Z) return at + 1;
  if (text.charCodeAt(at) !== POINT) return -1;
  const digits = digitsAt(text, at + 1);
  const end = at + 1 + digits;
  if ((digits !== 3 && digits !== 6 && digits !== 9) || text.charCodeAt(end) !== Z) return -1;
  return text.startsWith('000', end - 3) ? -1 : end + 1;
}

/** Years beyond four digits, and what only looks like a date. */
function readAnyMoment(reader: TextReader): Value {
  const start = reader.offset;
  const date = reader.match(ANY_DATE)?.[0] ?? reader.fail('a date');
  const clock = reader.match(ANY_CLOCK)?.[0];
  if (clock === undefined) {
    const day = epochDay(date);
    return day !== undefined && epochDayText(day) === date ? build.date(date) : reader.fail('a date', start);
  }
  const time = date + clock;
  return instant(time) !== undefined && timeText(time) === time
    ? build.ts(time)
    : reader.fail('a time', start);
}
