import { DateValue } from '../../data/date.ts';
import { epochDay } from '../../../value/instant.ts';
import { Time } from '../../data/time.ts';

const NANOS_A_SECOND = 1_000_000_000n;
const SECONDS_A_DAY = 86_400n;

/** The days between which Java's instants lie. */
const FIRST_DAY = epochDay('-1000000000-01-01') ?? 0n;
const LAST_DAY = epochDay('+1000000000-12-31') ?? 0n;
/** Java's dates end a year earlier. */
const FIRST_DATE = epochDay('-999999999-01-01') ?? 0n;
const LAST_DATE = epochDay('+999999999-12-31') ?? 0n;

/** What is said of a time outside of them. */
export const TIME_RANGE =
  'dates and times must be between -1000000000-01-01T00:00:00Z and +1000000000-12-31T23:59:59.999999999Z';

/** The time so many nanoseconds after 1970; `undefined`: too far away. */
export function timeOfNanos(nanos: bigint): Time | undefined {
  const rest = nanos % NANOS_A_SECOND;
  const part = rest < 0n ? rest + NANOS_A_SECOND : rest;
  const seconds = (nanos - part) / NANOS_A_SECOND;
  if (seconds < FIRST_DAY * SECONDS_A_DAY || seconds >= (LAST_DAY + 1n) * SECONDS_A_DAY) return undefined;
  return new Time(seconds, Number(part));
}

/** The date so many days after 1970-01-01; `undefined`: too far away. */
export function dateOfDays(days: bigint): DateValue | undefined {
  return days < FIRST_DATE || days > LAST_DATE ? undefined : new DateValue(days);
}

export function nanosOf({ seconds, nanos }: Time): bigint {
  return seconds * NANOS_A_SECOND + BigInt(nanos);
}

/** Division that rounds down. */
export function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}
