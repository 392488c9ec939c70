/** A unit of time, by its name in a query. */
export interface TimeUnit {
  /** As it was written, for messages. */
  readonly name: string;
  readonly nanos: bigint;
}

/** Reads a unit; `undefined`: there is no such. */
export function timeUnit(name: string): TimeUnit | undefined {
  const nanos = NANOS.get(name) ?? (name.endsWith('s') ? NANOS.get(name.slice(0, -1)) : undefined);
  return nanos === undefined ? undefined : { name, nanos };
}

const HOUR = 3_600_000_000_000n;
export const DAY_NANOS = 24n * HOUR;
const NANOS: ReadonlyMap<string, bigint> = new Map([
  ['day', DAY_NANOS],
  ['half day', 12n * HOUR],
  ['hour', HOUR],
  ['minute', 60_000_000_000n],
  ['second', 1_000_000_000n],
  ['millisecond', 1_000_000n],
  ['microsecond', 1000n],
  ['nanosecond', 1n],
]);
