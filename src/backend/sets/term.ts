import { Ref } from '../data/ref.ts';
import type { Data } from '../data/data.ts';
import { compareValues } from './value-order.ts';

/** One covered value of an index entry; a reversed one sorts the other way round. */
export interface Term {
  readonly value: Data;
  readonly reverse: boolean;
}

/** Behind every term that is not reversed, and before every one that is. */
export const LARGEST: Data = null;
/** The other way round. */
export const SMALLEST: Data = -(2n ** 63n);

/** Orders terms. Of a reversed and a straight one, the reversed stands where refs begin: as tags are ordered (spec 4.11). */
export function compareTerms(a: Term, b: Term): number {
  if (a.reverse !== b.reverse)
    return a.reverse ? -compareValues(b.value, REVERSED) || 1 : compareValues(a.value, REVERSED) || -1;
  return a.reverse ? compareValues(b.value, a.value) : compareValues(a.value, b.value);
}

/** Orders sequences of terms, a prefix before what it is a prefix of. */
export function compareTermLists(a: readonly Term[], b: readonly Term[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a[index], b[index]];
    const order = left === undefined || right === undefined ? 0 : compareTerms(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The smallest ref: the tag of reversed terms sorts right before that of refs. */
const REVERSED: Data = new Ref(0, 0, 0n);
