import { pairPlace } from '../expect/pair-shape.ts';
import type { Value } from '../value/index.ts';
import type { Kind } from './kind.ts';
import { isOfAnotherRow } from './rows-of-their-own.ts';
import type { Position } from './specimens.ts';

/**
 * Whether two values with one text are told in a kind's row: they differ in what the row answers for, in no oddity that has a
 * row of its own, and, inside a container, within it. `said` is the format, or what is known of its projection of `left`.
 */
export function isOwnPair(
  kind: Kind,
  position: Position,
  said: { readonly project: (value: Value) => Value },
  left: Value,
  right: Value,
): boolean {
  if (position === 'inside' && left.kind !== right.kind) return false;
  if (isOfAnotherRow(kind.name, left, right)) return false;
  const place = pairPlace(said, [left, right]);
  return isConcerned(kind, place?.left?.kind) || isConcerned(kind, place?.right?.kind);
}

/** Whether a row answers for what happens to a value of that `kind`. */
export function isConcerned({ concerns }: Kind, of: Value['kind'] | undefined): boolean {
  return concerns === undefined || (of !== undefined && concerns.includes(of));
}
