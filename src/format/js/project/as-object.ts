import { build, type Entry, type ObjectValue } from '../../../value/index.ts';

/**
 * An object as JavaScript keeps it: keys that look like array indexes come first and in numeric order, so where there is
 * one, the order says nothing of the order on the wire.
 */
export function asObject(entries: readonly Entry[]): ObjectValue {
  const object = build.obj(entries);
  return entries.some(([key]) => isArrayIndex(key)) ? { ...object, ordered: false } : object;
}

/** ECMA-262: an integer from 0 to 2^32 - 2 in its shortest form. */
export function isArrayIndex(key: string): boolean {
  const index = Number(key);
  return Number.isInteger(index) && index >= 0 && index < 4_294_967_295 && String(index) === key;
}
