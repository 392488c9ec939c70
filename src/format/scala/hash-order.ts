import type { Entry } from '../../value/index.ts';
import { ownEntries } from '../shared/own-entries.ts';

/** Up to four entries are kept in order (`Map1` … `Map4`); a fifth makes a hash trie. */
const ORDERED_SIZE = 4;
/** A trie level looks at five bits of the hash, the lowest first. */
const LEVEL_BITS = 5;

/**
 * Entries in the order in which an immutable map of Scala 2.11 and 2.12 hands them out: as they came up to four keys, else
 * in the order of `HashMap.HashTrieMap`, whose buckets follow five bits of the improved hash at a time. Keys with equal
 * hashes (`Aa`, `BB`) stay in the order in which they came.
 */
export function hashOrder(entries: readonly Entry[]): readonly Entry[] {
  const own = ownEntries(entries);
  if (own.length <= ORDERED_SIZE) return own;
  return own
    .map((entry) => ({ entry, hash: improve(hashCode(entry[0])) }))
    .sort((left, right) => byLevels(left.hash, right.hash))
    .map(({ entry }) => entry);
}

/** Whether the order of that many keys says nothing about the order on the wire. */
export function losesOrder(entries: readonly Entry[]): boolean {
  return new Set(entries.map(([key]) => key)).size > ORDERED_SIZE;
}

/** Whether entries of keys of their own stand as the map hands them out. */
export function isInHashOrder(entries: readonly Entry[]): boolean {
  if (entries.length <= ORDERED_SIZE) return true;
  let before: number | undefined;
  for (const [key] of entries) {
    const hash = improve(hashCode(key));
    if (before !== undefined && byLevels(before, hash) > 0) return false;
    before = hash;
  }
  return true;
}

/** The same order for a reader: which key may be printed behind which, in objects of five or more. */
export const HASH_ORDER = {
  from: ORDERED_SIZE + 1,
  follows: (before: string, after: string): boolean =>
    byLevels(improve(hashCode(before)), improve(hashCode(after))) <= 0,
};

/** `java.lang.String.hashCode`. */
function hashCode(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1)
    hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash;
}

/** `scala.collection.immutable.HashMap.improve`, in 32-bit integers. */
function improve(code: number): number {
  let hash = (code + ~(code << 9)) | 0;
  hash ^= hash >>> 14;
  hash = (hash + (hash << 4)) | 0;
  return hash ^ (hash >>> 10);
}

function byLevels(left: number, right: number): number {
  for (let shift = 0; shift < 32; shift += LEVEL_BITS) {
    const difference = ((left >>> shift) & 31) - ((right >>> shift) & 31);
    if (difference !== 0) return difference;
  }
  return 0;
}
