import type { RefValue, Value } from '../value/index.ts';

/**
 * Oddities that have a row of their own. A pair in which one of them comes in is told there and in no other row: objects with
 * an escaped key are like almost everything to some drivers, and unusual names are like every ref.
 */
export const ESCAPED = 'object with an escaped key';
export const UNUSUAL = 'ref with an unusual name';

/** Whether the other value of a pair belongs to another row, by an oddity that this value does not have. */
export function isOfAnotherRow(row: string, value: Value, other: Value): boolean {
  return (
    (row !== ESCAPED && hasTagKey(other) && !hasTagKey(value)) ||
    (row !== UNUSUAL && hasUnusualName(other) && !hasUnusualName(value))
  );
}

/** Whether some object has a key that starts with `@`, which is escaped on the wire. */
function hasTagKey(value: Value): boolean {
  return (
    (value.kind === 'object' && value.entries.some(([key]) => key.startsWith('@'))) ||
    partsOf(value).some(hasTagKey)
  );
}

/** The names that the database admits for collections, indexes and the like. */
const ADMITTED = /^[;@+$\-_.!~%\w]+$/;

function hasUnusualName(value: Value): boolean {
  return value.kind === 'ref' ? isUnusual(value) : partsOf(value).some(hasUnusualName);
}

function isUnusual({ id, collection, database }: RefValue): boolean {
  return (
    (typeof id === 'string' && !ADMITTED.test(id)) ||
    (collection?.kind === 'ref' && isUnusual(collection)) ||
    (database?.kind === 'ref' && isUnusual(database))
  );
}

function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'array') return value.items;
  return value.kind === 'object' || value.kind === 'set' ? value.entries.map(([, inner]) => inner) : [];
}
