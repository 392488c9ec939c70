/** Times and dates (spec 4.11): to the nanosecond, in UTC. An integer in place of a time is microseconds. */
import { civilOf, type Civil } from './time/civil.ts';
import { clockOf, type Clock } from './time/clock.ts';
import { dateOfDays, floorDiv, nanosOf, TIME_RANGE, timeOfNanos } from './time/arithmetic.ts';
import { DAY_NANOS, timeUnit, type TimeUnit } from './time/units.ts';
import { expected } from '../eval/argument-errors.ts';
import { form, type Form, type Param } from './form.ts';
import { integer, nothing, required, string, temporal } from './casts.ts';
import { invalidArgument } from '../eval/failure.ts';
import { isTagged, type Data } from '../data/data.ts';
import { parseDate, parseTime } from '../data/parse-time.ts';
import { Time } from '../data/time.ts';
import type { Context } from '../eval/context.ts';
import type { DateValue } from '../data/date.ts';
import type { Position } from '../data/position.ts';

const unit: Param<TimeUnit> = required((value, position) => {
  const known = typeof value === 'string' ? timeUnit(value) : undefined;
  if (known === undefined) throw expected(position, ['Time Unit'], value);
  return known;
});

/** A time, or an integer of microseconds. */
const timeOrMicros: Param<Time> = required((value, position) => {
  if (typeof value === 'bigint') return Time.ofMicros(value);
  if (isTagged(value) && value.kind === 'time') return value;
  throw expected(position, ['Time'], value);
});

export const timeForms: readonly Form[] = [
  form({ params: { now: nothing }, run: (_args, context) => snapshotTime(context) }),
  form({
    params: { time: string },
    run: ({ time }, context, position) => {
      const found = time === 'now' ? snapshotTime(context) : parseTime(time);
      if (found === undefined) throw invalidArgument(position, `Cannot cast '${time}' to a time.`);
      return found;
    },
  }),
  form({
    params: { date: string },
    run: ({ date }, _context, position) => {
      const found = parseDate(date);
      if (found === undefined) throw invalidArgument(position, `Cannot cast '${date}' to a date.`);
      return found;
    },
  }),
  form({
    params: { epoch: integer, unit },
    run: ({ epoch, unit: { nanos } }, _context, position) => inRange(timeOfNanos(epoch * nanos), position),
  }),
  form({
    params: { time_add: temporal, offset: integer, unit },
    run: ({ time_add: start, offset, unit: step }, _context, position) =>
      moved(start, offset, step, position),
  }),
  form({
    params: { time_subtract: temporal, offset: integer, unit },
    run: ({ time_subtract: start, offset, unit: step }, _context, position) =>
      moved(start, -offset, step, position),
  }),
  form({
    params: { time_diff: temporal, other: temporal, unit },
    run: ({ time_diff: start, other, unit: step }, _context, position) =>
      difference(start, other, step, position),
  }),

  ofTime('to_micros', ({ time }) => floorDiv(nanosOf(time), 1000n)),
  ofTime('to_millis', ({ time }) => floorDiv(nanosOf(time), 1_000_000n)),
  ofTime('to_seconds', ({ time }) => time.seconds),
  ofTime('second', ({ clock }) => BigInt(clock.second)),
  ofTime('minute', ({ clock }) => BigInt(clock.minute)),
  ofTime('hour', ({ clock }) => BigInt(clock.hour)),
  ofTime('day_of_month', ({ civil }) => BigInt(civil.day)),
  ofTime('day_of_week', ({ civil }) => BigInt(civil.dayOfWeek)),
  ofTime('day_of_year', ({ civil }) => BigInt(civil.dayOfYear)),
  ofTime('month', ({ civil }) => BigInt(civil.month)),
  ofTime('year', ({ civil }) => BigInt(civil.year)),
];

interface Parts {
  readonly time: Time;
  readonly clock: Clock;
  readonly civil: Civil;
}

/** A function that takes an integer out of a time. */
function ofTime(name: string, part: (parts: Parts) => bigint): Form {
  return form({
    params: { [name]: timeOrMicros },
    run: ({ [name]: time = new Time(0n, 0) }) => {
      const clock = clockOf(time);
      return BigInt.asIntN(64, part({ time, clock, civil: civilOf(clock.epochDay) }));
    },
  });
}

function snapshotTime({ transaction }: Context): Data {
  return Time.ofMicros(transaction.snapshot);
}

function inRange<T>(value: T | undefined, position: Position): T {
  if (value === undefined) throw invalidArgument(position, TIME_RANGE);
  return value;
}

/** A date knows only days. */
function moved(start: Time | DateValue, offset: bigint, step: TimeUnit, position: Position): Data {
  if (start.kind === 'time')
    return inRange(timeOfNanos(nanosOf(start) + offset * step.nanos), position.at('offset'));
  checkDays(step, position);
  return inRange(dateOfDays(start.epochDay + offset), position.at('offset'));
}

/** Whole units from `start` to `end`, rounded toward zero. */
function difference(
  start: Time | DateValue,
  end: Time | DateValue,
  step: TimeUnit,
  position: Position,
): bigint {
  if (start.kind === 'time' && end.kind === 'time')
    return BigInt.asIntN(64, (nanosOf(end) - nanosOf(start)) / step.nanos);
  if (start.kind !== 'date' || end.kind !== 'date')
    throw invalidArgument(position.at('time_diff'), 'Incompatible time arguments.');
  checkDays(step, position);
  return end.epochDay - start.epochDay;
}

function checkDays(step: TimeUnit, position: Position): void {
  if (step.nanos !== DAY_NANOS)
    throw invalidArgument(position.at('unit'), `Invalid time unit '${step.name}'.`);
}
