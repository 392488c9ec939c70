import { Late } from '../eval/late.ts';
import type { Costs } from '../core.ts';

/** Bytes of one read and of one write operation, and calls of one compute operation (spec 1.6). */
const READ_BYTES = 4096;
const WRITE_BYTES = 1024;
const COMPUTE_CALLS = 50;

/** Calls between two looks at the clock, one less: a query of these takes well under a millisecond. */
const UNWATCHED_CALLS = 1023;

/** Counts what a query uses, for the metric headers, and ends one that is still computing when its time is over. */
export class CostCounter {
  /** `performance.now()` after which nobody waits for the query any more. */
  readonly #deadline: number;
  #calls = 0;
  #readOps = 0;
  #bytesRead = 0;
  #writeOps = 0;
  #bytesWritten = 0;

  constructor(deadline = Infinity) {
    this.#deadline = deadline;
  }

  /**
   * Notes a call of a form, or an application of a lambda.
   * @throws Late
   */
  called(): void {
    this.#calls += 1;
    if ((this.#calls & UNWATCHED_CALLS) === 0 && performance.now() > this.#deadline) throw new Late();
  }

  /** Notes a read of that many bytes. */
  read(bytes: number): void {
    this.#bytesRead += bytes;
    this.#readOps += Math.ceil(bytes / READ_BYTES);
  }

  /** Notes a write of that many bytes. */
  wrote(bytes: number): void {
    this.#bytesWritten += bytes;
    this.#writeOps += Math.ceil(bytes / WRITE_BYTES);
  }

  /** The figures of a query that succeeded. */
  total(): Costs {
    return {
      computeOps: Math.max(1, Math.ceil(this.#calls / COMPUTE_CALLS)),
      byteReadOps: this.#readOps,
      byteWriteOps: this.#writeOps,
      bytesRead: this.#bytesRead,
      bytesWritten: this.#bytesWritten,
      retries: 0,
    };
  }

  /** The figures of one whose writes are taken back. */
  withoutWrites(): Costs {
    return { ...this.total(), byteWriteOps: 0, bytesWritten: 0 };
  }
}
