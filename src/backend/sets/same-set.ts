import type { Data } from '../data/data.ts';
import type { SetSource } from '../data/element.ts';
import type { SetNode } from '../data/set.ts';
import { equal } from '../eval/equal.ts';

/** Whether two sets are described by the same words. */
export function sameSet(a: SetSource, b: SetSource): boolean {
  return a === b || (a !== null && b !== null && sameNode(a.node, b.node));
}

function sameNode(a: SetNode, b: SetNode): boolean {
  if (a.op !== b.op) return false;
  switch (a.op) {
    case 'match':
      return b.op === 'match' && a.index.equals(b.index) && sameValues(a.terms, b.terms);
    case 'documents':
    case 'collection':
      return b.op === a.op && a.scope === b.scope && a.collection === b.collection;
    case 'document':
    case 'singleton':
      return b.op === a.op && a.ref.equals(b.ref);
    case 'union':
    case 'intersection':
    case 'difference':
      return (
        b.op === a.op &&
        a.sets.length === b.sets.length &&
        a.sets.every((set, index) => {
          const other = b.sets[index];
          return other !== undefined && sameSet(set, other);
        })
      );
    case 'distinct':
    case 'reverse':
    case 'events':
      return b.op === a.op && sameSet(a.of, b.of);
    case 'range':
      return b.op === 'range' && sameSet(a.of, b.of) && equal(a.from, b.from) && equal(a.to, b.to);
    case 'filter':
      return b.op === 'filter' && a.filter === b.filter && sameSet(a.of, b.of);
    case 'join':
      return b.op === 'join' && equal(a.with, b.with) && sameSet(a.of, b.of);
  }
}

function sameValues(a: readonly Data[], b: readonly Data[]): boolean {
  return a.length === b.length && a.every((value, index) => equal(value, b[index] ?? null));
}
