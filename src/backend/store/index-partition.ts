import type { Data } from '../data/data.ts';
import type { Ref } from '../data/ref.ts';

/** One place in an index: the covered values (possibly none) and the document that has them. */
export interface IndexEntry {
  readonly values: readonly Data[];
  readonly ref: Ref;
}

/** When an entry entered or left the index. */
export interface IndexEvent {
  readonly entry: IndexEntry;
  /** µs */
  readonly at: bigint;
  readonly action: 'add' | 'remove';
}

/** Smaller, equal or larger, as for `Array.prototype.sort`. */
export type EntryOrder = (a: IndexEntry, b: IndexEntry) => number;

/**
 * The entries of one index under one set of terms, in an order that the index gives, each with its history. Seeking
 * costs the logarithm of their number.
 */
export interface IndexPartition {
  /** Notes that an entry is in the index from `at` on (an equal one that left comes back). */
  add(entry: IndexEntry, at: bigint): void;
  /** Notes that an entry left at `at`. */
  remove(entry: IndexEntry, at: bigint): void;
  /** Takes one event of an entry back, as if it had never been: for events removed from a document's past. */
  forget(entry: IndexEntry, at: bigint, action: 'add' | 'remove'): void;
  /**
   * Entries that are in the index at `at`, in its order (or against it), from the first that `seek` does not put before
   * the wanted place. `seek` is negative for entries before it, else ≥ 0, and must agree with the order.
   */
  scan(options: {
    readonly at: bigint;
    readonly seek?: ((entry: IndexEntry) => number) | undefined;
    readonly descending?: boolean | undefined;
  }): IterableIterator<IndexEntry>;
  /** All events by time (of one time: by the index's order), or against it. */
  events(options?: { readonly descending?: boolean | undefined }): IterableIterator<IndexEvent>;
  /** How many entries have any history. */
  readonly size: number;
}
