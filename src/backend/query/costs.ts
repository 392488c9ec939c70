import type { Costs } from '../core.ts';

/** Counts what a query uses, for the metric headers (spec 1.6). */
export class CostCounter {
  /** Calls of forms and of lambdas; 50 of them are one compute operation. */
  calls = 0;
  byteReadOps = 0;
  bytesRead = 0;

  /** Notes a read of `bytes`: every 4 KiB begun count as one operation. */
  read(bytes: number): void {
    this.bytesRead += bytes;
    this.byteReadOps += Math.ceil(bytes / 4096);
  }

  /** The figures as they are answered; `bytesWritten` are those of the transaction. */
  total(bytesWritten: number): Costs {
    return {
      computeOps: Math.max(1, Math.ceil(this.calls / 50)),
      byteReadOps: this.byteReadOps,
      byteWriteOps: Math.ceil(bytesWritten / 1024),
      bytesRead: this.bytesRead,
      bytesWritten,
      retries: 0,
    };
  }
}
