import type { Clock } from './time-source.ts';

/** 2012-05-05T23:00:50Z, from which ids count (spec 3.1). */
const EPOCH_MS = 1_336_258_850_000n;
const SEQUENCES = 1024n;

/** Makes 63-bit ids: 43 bits of milliseconds, 10 of a sequence, 10 of a worker; each is larger than the one before. */
export class Snowflake {
  readonly #clock: Clock;
  readonly #worker: bigint;
  #millis = 0n;
  #sequence = 0n;

  constructor(clock: Clock, worker = 512) {
    this.#clock = clock;
    this.#worker = BigInt(worker) & 1023n;
  }

  next(): bigint {
    const millis = BigInt(Math.floor(this.#clock())) - EPOCH_MS;
    if (millis > this.#millis) {
      this.#millis = millis;
      this.#sequence = 0n;
    } else if (++this.#sequence === SEQUENCES) {
      this.#millis++;
      this.#sequence = 0n;
    }
    return (this.#millis << 20n) | (this.#sequence << 10n) | this.#worker;
  }
}
