/** Milliseconds since 1970. Tests give a clock that they move; nothing in the database waits for it. */
export type Clock = () => number;

const MICROS_A_MILLI = 1000n;
/** Commits happen in epochs of 10 ms; a lone write carries a multiple of it (spec 1.15). */
const EPOCH = 10_000n;
/** How far commits may run ahead of the clock in whole milliseconds before they become microseconds apart. */
const AHEAD = 1_000_000n;

/** The two times of a transaction, in µs. */
export interface TransactionTimes {
  readonly snapshot: bigint;
  readonly commitTime: bigint;
}

/**
 * Gives transactions their times. The core waits for the end of an epoch; this runs ahead of the clock instead, so a
 * burst of writes costs no time, and each still gets a later time than all before it. No two transactions read at one time
 * either: what `now` says tells them apart, as it does in the core, which is never as fast as that.
 */
export class TimeSource {
  readonly #clock: Clock;
  /** The latest time that a transaction read or wrote at. */
  #last = 0n;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Times for a transaction that begins now and has to see at least `lastSeen`. */
  next(lastSeen: bigint | undefined): TransactionTimes {
    const clock = BigInt(Math.floor(this.#clock())) * MICROS_A_MILLI;
    const present = clock > this.#last ? clock : this.#last + 1n;
    this.#last = present;
    // A time from the future is what its own transaction reads at, and nobody else.
    const snapshot = lastSeen !== undefined && lastSeen > present ? lastSeen : present;
    const epoch = (clock / EPOCH + 1n) * EPOCH;
    if (epoch > present) return { snapshot, commitTime: epoch };
    const step = present - clock < AHEAD ? MICROS_A_MILLI : 1n;
    return { snapshot, commitTime: present + step };
  }

  /** Notes that a transaction committed at its time. */
  committed(time: bigint): void {
    if (time > this.#last) this.#last = time;
  }
}
