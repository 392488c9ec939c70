import { historyOrder, tupleOrder, type SetItem } from './item.ts';

/** The order of an index's history: by time, goings before comings, then by document and values. */
export function byTimeGoingFirst(a: SetItem, b: SetItem): number {
  if (a.ts !== b.ts) return a.ts < b.ts ? -1 : 1;
  const [goesA, goesB] = [a.action === 'remove', b.action === 'remove'];
  if (goesA !== goesB) return goesA ? -1 : 1;
  return historyOrder({ ...a, ts: 0n }, { ...b, ts: 0n });
}

/** The order of an index's entries with their histories: by values and document, then by time. */
export function byTuple(a: SetItem, b: SetItem): number {
  return tupleOrder(a, b) || historyOrder(a, b);
}

/** Whether an item is between two bounds, both included. */
export function withinStored(
  item: SetItem,
  min: SetItem,
  max: SetItem,
  order: (a: SetItem, b: SetItem) => number,
): boolean {
  return order(item, min) >= 0 && order(item, max) <= 0;
}

/**
 * Whether an element is between the bounds of a snapshot also when they are compared as wholes: what is stored is found by
 * comparing values and document as one list, but the core then looks again, and to it fewer values are always less.
 */
export function isBetween(item: SetItem, from: SetItem, to: SetItem, ascending: boolean): boolean {
  const [min, max] = ascending ? [from, to] : [to, from];
  return tupleOrder(item, min) >= 0 && tupleOrder(item, max) <= 0;
}
