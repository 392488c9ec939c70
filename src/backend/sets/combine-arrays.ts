import { equal } from '../eval/equal.ts';
import type { Data } from '../data/data.ts';

/** What of two arrays `union`, `intersection` and `difference` make: they count as multisets (spec 4.10). */
export const combineArrays = { union, intersection, difference };

/** The first array, and what the second has more often; each value where it stands first, as often as either has it. */
function union(left: readonly Data[], right: readonly Data[]): readonly Data[] {
  const counts = new Counts(left);
  for (const [value, count] of new Counts(right).entries())
    counts.set(value, Math.max(counts.get(value), count));
  const result: Data[] = [];
  for (const value of [...left, ...right]) {
    for (let count = counts.get(value); count > 0; count -= 1) result.push(value);
    counts.set(value, 0);
  }
  return result;
}

function intersection(left: readonly Data[], right: readonly Data[]): readonly Data[] {
  const counts = new Counts(right);
  return left.filter((value) => counts.takeOne(value));
}

function difference(left: readonly Data[], right: readonly Data[]): readonly Data[] {
  const counts = new Counts(right);
  return left.filter((value) => !counts.takeOne(value));
}

/** The values of an array, each where it stands first. */
export function distinctValues(values: readonly Data[]): readonly Data[] {
  const counts = new Counts(values);
  return values.filter((value) => {
    const isFirst = counts.get(value) > 0;
    counts.set(value, 0);
    return isFirst;
  });
}

/** How often values occur; simple ones are found by hashing, the others compared one by one. */
class Counts {
  readonly #simple = new Map<Data, number>();
  readonly #others: [value: Data, count: number][] = [];

  constructor(values: readonly Data[]) {
    for (const value of values) this.set(value, this.get(value) + 1);
  }

  get(value: Data): number {
    if (isSimple(value)) return this.#simple.get(value) ?? 0;
    return this.#find(value)?.[1] ?? 0;
  }

  set(value: Data, count: number): void {
    if (isSimple(value)) {
      this.#simple.set(value, count);
      return;
    }
    const entry = this.#find(value);
    if (entry === undefined) this.#others.push([value, count]);
    else entry[1] = count;
  }

  takeOne(value: Data): boolean {
    const count = this.get(value);
    if (count > 0) this.set(value, count - 1);
    return count > 0;
  }

  entries(): readonly (readonly [value: Data, count: number])[] {
    return [...this.#simple, ...this.#others];
  }

  #find(value: Data): [value: Data, count: number] | undefined {
    return this.#others.find(([other]) => equal(other, value));
  }
}

/** Equal exactly when they are the same for a `Map`; -0.0 is not, since it is not 0.0 here. */
function isSimple(value: Data): boolean {
  if (typeof value === 'number') return !Object.is(value, -0) && value !== 0;
  return value === null || ['bigint', 'boolean', 'string'].includes(typeof value);
}
