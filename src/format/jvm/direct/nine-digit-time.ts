import { build, type Value } from '../../../value/index.ts';
import { digitsAt, isClock, isDay } from '../../shared/direct/calendar.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import { highPrecisionText, readHighPrecision } from '../high-precision-time.ts';

const ANY_TIME = /[+-]?\d{4,10}-\d\d-\d\dT[\d:.-]+Z/y;
/** `2018-01-02T03:04:05` */
const SECONDS = 19;
/** `2018-01-02T03:04:05.123000000Z` */
const WHOLE = 30;

/** Reads a time as `HighPrecisionTime` prints it. */
export function readNineDigits(reader: TextReader): Value {
  const { text, offset } = reader;
  return isPlain(text, offset) ? readPlain(reader) : readAny(reader);
}

/** A time from 1970 on, whose fraction has no sign. */
function isPlain(text: string, at: number): boolean {
  return (
    isDay(text, at) &&
    (text.startsWith('20', at) ||
      text.startsWith('197', at) ||
      text.startsWith('198', at) ||
      text.startsWith('199', at)) &&
    text.charAt(at + 10) === 'T' &&
    isClock(text, at + 11) &&
    text.charAt(at + SECONDS) === '.' &&
    digitsAt(text, at + SECONDS + 1) === 9 &&
    text.charAt(at + WHOLE - 1) === 'Z'
  );
}

function readPlain(reader: TextReader): Value {
  const { text, offset: start } = reader;
  let end = start + WHOLE - 1;
  while (end > start + SECONDS + 1 && text.startsWith('000', end - 3)) end -= 3;
  if (end === start + SECONDS + 1) end -= 1;
  reader.offset = start + WHOLE;
  return { kind: 'ts', text: `${text.slice(start, end)}Z` };
}

function readAny(reader: TextReader): Value {
  const start = reader.offset;
  const found = reader.match(ANY_TIME)?.[0] ?? reader.fail('a time');
  const known = readHighPrecision(found);
  return known !== undefined && highPrecisionText(known) === found
    ? build.ts(known)
    : reader.fail('a time', start);
}
