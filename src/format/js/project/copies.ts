import type { Value } from '../../../value/index.ts';

/** How often the innermost part of a value is written when all its alternatives are; only what is above 1 is kept. */
const copies = new WeakMap<Value, number>();

/** Alternatives of alternatives that are told apart; a set with more is known by its text alone. */
const MOST_COPIES = 64;

/**
 * Notes that a set with these members is listed in so many ways. Alternatives inside of alternatives multiply, so a deeply
 * nested set would be longer than any memory: `undefined` where it gets too many.
 */
export function withCopies(set: Value, ways: number, members: readonly Value[]): Value | undefined {
  const count = ways * members.reduce((most, member) => Math.max(most, copiesOf(member)), 1);
  if (count > MOST_COPIES) return undefined;
  if (count > 1) copies.set(set, count);
  return set;
}

/** Items of a list are found in their list. */
function copiesOf(value: Value): number {
  if (value.kind === 'array') return value.items.reduce((most, item) => Math.max(most, copiesOf(item)), 1);
  return copies.get(value) ?? 1;
}
