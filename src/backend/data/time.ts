const MICROS_A_SECOND = 1_000_000n;

/** A point in time (`@ts`): whole seconds since 1970 (negative before) and nanoseconds 0 … 999,999,999 after them. */
export class Time {
  readonly kind = 'time';
  readonly seconds: bigint;
  readonly nanos: number;
  constructor(seconds: bigint, nanos: number) {
    this.seconds = seconds;
    this.nanos = nanos;
  }

  /** The time of a transaction time. */
  static ofMicros(micros: bigint): Time {
    const rest = ((micros % MICROS_A_SECOND) + MICROS_A_SECOND) % MICROS_A_SECOND;
    return new Time((micros - rest) / MICROS_A_SECOND, Number(rest) * 1000);
  }

  /** Microseconds since 1970, rounded down. */
  get micros(): bigint {
    return this.seconds * MICROS_A_SECOND + BigInt(Math.floor(this.nanos / 1000));
  }
}
