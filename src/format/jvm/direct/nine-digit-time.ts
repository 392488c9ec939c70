import { build, type Value } from '../../../value/index.ts';
import { NINE_DIGITS, isNineDigitTime, shortTime } from '../../shared/direct/calendar.ts';
import { isAt, type TextReader } from '../../shared/text-reader.ts';
import { highPrecisionText, readHighPrecision } from '../high-precision-time.ts';

const ANY_TIME = /[+-]?\d{4,10}-\d\d-\d\dT[\d:.-]+Z/y;

/** Reads a time as `HighPrecisionTime` prints it. */
export function readNineDigits(reader: TextReader): Value {
  const { text, offset } = reader;
  return isPlain(text, offset) ? readPlain(reader) : readAny(reader);
}

/** A time from 1970 on, whose fraction has no sign. */
function isPlain(text: string, at: number): boolean {
  const isLate =
    isAt(text, at, '20') || isAt(text, at, '197') || isAt(text, at, '198') || isAt(text, at, '199');
  return isLate && isNineDigitTime(text, at);
}

function readPlain(reader: TextReader): Value {
  const { text, offset } = reader;
  reader.offset = offset + NINE_DIGITS;
  return { kind: 'ts', text: shortTime(text, offset) };
}

function readAny(reader: TextReader): Value {
  const start = reader.offset;
  const found = reader.match(ANY_TIME)?.[0] ?? reader.fail('a time');
  const known = readHighPrecision(found);
  return known !== undefined && highPrecisionText(known) === found
    ? build.ts(known)
    : reader.fail('a time', start);
}
