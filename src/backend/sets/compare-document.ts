import type { Ref } from '../data/ref.ts';
import { compareTerms, type Term } from './term.ts';
import { compareIds } from './value-order.ts';

/**
 * Compares the document of an entry that covers so many values with the rest of a bound: with the bound's own document, or
 * with the next of its values where it has more of them than the entry (then the entry is the shorter of the two).
 */
export function compareDocument(
  ref: Ref,
  bound: { readonly values: readonly Term[]; readonly collection: number; readonly id: bigint },
  covered: number,
): number {
  const next = bound.values[covered];
  return next === undefined
    ? compareIds(ref, bound)
    : compareTerms({ value: ref, reverse: false }, next) || -1;
}
