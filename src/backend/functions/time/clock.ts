import type { Time } from '../../data/time.ts';

const SECONDS_A_DAY = 86_400n;

/** What a clock in UTC shows, and the day that it is. */
export interface Clock {
  /** Days since 1970-01-01. */
  readonly epochDay: bigint;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export function clockOf({ seconds }: Time): Clock {
  const rest = seconds % SECONDS_A_DAY;
  const inDay = rest < 0n ? rest + SECONDS_A_DAY : rest;
  const clock = Number(inDay);
  return {
    epochDay: (seconds - inDay) / SECONDS_A_DAY,
    hour: Math.floor(clock / 3600),
    minute: Math.floor(clock / 60) % 60,
    second: clock % 60,
  };
}
