/** Conversion between types (spec 4.11). */
import { any } from './casts.ts';
import { collect } from '../eval/collect.ts';
import { dateOfDays, TIME_RANGE, timeOfNanos } from './time/arithmetic.ts';
import { clockOf } from './time/clock.ts';
import { DAY_NANOS } from './time/units.ts';
import { documentObject } from './document-object.ts';
import { expected } from '../eval/argument-errors.ts';
import { form, type Form } from './form.ts';
import { invalidArgument } from '../eval/failure.ts';
import { isArray, isTagged, type Data } from '../data/data.ts';
import { Obj, type Entry } from '../data/obj.ts';
import { parseDate, parseTime } from '../data/parse-time.ts';
import { parseNumber } from './number/parse-number.ts';
import { toLong } from './number/to-long.ts';
import { toText } from './to-text.ts';
import { typeName } from '../data/type-name.ts';
import type { Position } from '../data/position.ts';

export const conversionForms: readonly Form[] = [
  form({
    params: { to_string: any },
    run: ({ to_string: value }, _context, position) => toText(value, position),
  }),
  form({
    params: { to_number: any },
    run: ({ to_number: value }, _context, position) => numberOf(value, 'Number', position),
  }),
  form({
    params: { to_double: any },
    run: ({ to_double: value }, _context, position) =>
      Number(numberOf(value, 'Double', position.at('to_double'))),
  }),
  form({
    params: { to_integer: any },
    run: ({ to_integer: value }, _context, position) => {
      const number = numberOf(value, 'Integer', position.at('to_integer'));
      return typeof number === 'bigint' ? number : toLong(number);
    },
  }),
  form({
    params: { to_time: any },
    run: ({ to_time: value }, _context, position) => timeOf(value, position),
  }),
  form({
    params: { to_date: any },
    run: ({ to_date: value }, _context, position) => dateOf(value, position),
  }),
  form({
    params: { to_object: any },
    run: ({ to_object: value }, _context, position) => objectOf(value, position.at('to_object')),
  }),
  form({
    params: { to_array: any },
    run: ({ to_array: value }, _context, position) => {
      if (isArray(value)) return value;
      const object = documentObject(value);
      if (object === undefined) throw cannotCast(value, 'Array', position.at('to_array'));
      return object.entries;
    },
  }),
];

function numberOf(value: Data, type: string, position: Position): bigint | number {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  const number = typeof value === 'string' ? parseNumber(value) : undefined;
  if (number === undefined) throw cannotCast(value, type, position);
  return number;
}

/** An integer is milliseconds here. */
function timeOf(value: Data, position: Position): Data {
  if (typeof value === 'bigint') return inRange(timeOfNanos(value * 1_000_000n), position);
  if (typeof value === 'string') {
    const time = parseTime(value);
    if (time === undefined) throw invalidArgument(position, `Cannot cast '${value}' to a time.`);
    return time;
  }
  if (isTagged(value)) {
    if (value.kind === 'time') return value;
    if (value.kind === 'date') return inRange(timeOfNanos(value.epochDay * DAY_NANOS), position);
  }
  throw cannotCast(value, 'Time', position);
}

function dateOf(value: Data, position: Position): Data {
  if (typeof value === 'string') {
    const date = parseDate(value);
    if (date === undefined) throw invalidArgument(position, `Cannot cast '${value}' to a date.`);
    return date;
  }
  if (isTagged(value)) {
    if (value.kind === 'date') return value;
    if (value.kind === 'time') return inRange(dateOfDays(clockOf(value).epochDay), position);
  }
  throw cannotCast(value, 'Date', position);
}

/** Pairs may repeat a key; all of them are kept. */
function objectOf(value: Data, position: Position): Data {
  if (isArray(value))
    return new Obj(
      collect(value, (pair, index): Entry => {
        if (isArray(pair) && pair.length === 2) {
          const [key, member = null] = pair;
          if (typeof key === 'string') return [key, member];
        }
        throw expected(position.at(index), ['Field/Value'], pair);
      }),
    );
  const object = documentObject(value);
  if (object === undefined) throw cannotCast(value, 'Object', position);
  return object;
}

function inRange<T>(value: T | undefined, position: Position): T {
  if (value === undefined) throw invalidArgument(position, TIME_RANGE);
  return value;
}

function cannotCast(value: Data, type: string, position: Position): Error {
  return invalidArgument(position, `Cannot cast ${typeName(value)} to ${type}.`);
}
