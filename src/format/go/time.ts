import { build, epochDay, instant, momentText, type Value } from '../../value/index.ts';

/** Seconds from 0001-01-01, where Go's `time.Time` begins to count, to 1970-01-01. */
const UNIX_EPOCH = 62_135_596_800n;
const UNIX_EPOCH_DAYS = 719_162;
const SECONDS_A_DAY = 86_400;

/** A date or time as the fields of `time.Time`: nanoseconds, seconds since year 1, no location. */
export function timeText(value: Value & { readonly kind: 'ts' | 'date' }): string {
  const { seconds, nanos } = secondsOf(value);
  return `{${nanos} ${seconds + UNIX_EPOCH} <nil>}`;
}

/** What such fields stand for: at midnight a date or a time, else a time. */
export function timeReading(nanos: number, sinceYearOne: number): Value {
  const days = Math.floor(sinceYearOne / SECONDS_A_DAY);
  const inDay = sinceYearOne - days * SECONDS_A_DAY;
  const text = momentText(days - UNIX_EPOCH_DAYS, inDay, nanos);
  const time = build.ts(text);
  if (nanos !== 0 || inDay !== 0) return time;
  return { kind: 'oneOf', options: [build.date(text.slice(0, text.indexOf('T'))), time] };
}

/** What the print of a date or time leaves of it. */
export function projectTime(value: Value & { readonly kind: 'ts' | 'date' }): Value {
  const { seconds, nanos } = secondsOf(value);
  return timeReading(nanos, Number(seconds + UNIX_EPOCH));
}

function secondsOf(value: Value & { readonly kind: 'ts' | 'date' }): { seconds: bigint; nanos: number } {
  if (value.kind === 'date')
    return { seconds: (epochDay(value.text) ?? 0n) * BigInt(SECONDS_A_DAY), nanos: 0 };
  return instant(value.text) ?? { seconds: 0n, nanos: 0 };
}
