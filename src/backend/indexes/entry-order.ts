import { compareIds, compareValues } from '../sets/value-order.ts';
import type { Data } from '../data/data.ts';
import { termsKey } from './terms-key.ts';
import type { EntryOrder, IndexEntry } from '../store/index-partition.ts';

/**
 * The order of an index's entries: by covered values, those of `reversed` fields the other way round, then by document.
 * Entries of one document whose values sort alike but are not the same (1 and 1.0) are two.
 */
export function entryOrder(reversed: readonly boolean[]): EntryOrder {
  return (a, b) =>
    compareCovered(a.values, b.values, reversed) || compareIds(a.ref, b.ref) || compareKeys(a, b);
}

/** The order of covered values alone. */
export function compareCovered(a: readonly Data[], b: readonly Data[], reversed: readonly boolean[]): number {
  for (let index = 0; index < reversed.length; index += 1) {
    const order = compareValues(a[index] ?? null, b[index] ?? null);
    if (order !== 0) return reversed[index] === true ? -order : order;
  }
  return 0;
}

function compareKeys(a: IndexEntry, b: IndexEntry): number {
  if (a.values.every((value, index) => value === b.values[index])) return 0;
  const [left, right] = [termsKey(a.values), termsKey(b.values)];
  return left < right ? -1 : Number(left > right);
}
