import { equal } from '../eval/equal.ts';
import type { Context } from '../eval/context.ts';
import type { Element, EventSet, Range, Shape } from './event-set.ts';
import { coveredTerms, FIRST, LAST, type SetItem } from './item.ts';

/** A set without the elements whose values repeat those of the one before. Its history is that of the set. */
export class DistinctSet implements EventSet {
  readonly isComposite = true;
  readonly first = FIRST;
  readonly last = LAST;
  readonly #of: EventSet;

  constructor(of: EventSet) {
    this.#of = of;
  }

  get shape(): Shape {
    return this.#of.shape;
  }

  get isFiltered(): boolean {
    return this.#of.isFiltered;
  }

  forRead(context: Context): EventSet | undefined {
    const readable = this.#of.forRead(context);
    return readable && new DistinctSet(readable);
  }

  *snapshot(context: Context, range: Range): Iterable<Element> {
    let last: SetItem | undefined;
    for (const element of this.#of.snapshot(context, range)) {
      if (last === undefined || !sameValues(last, element.item)) yield element;
      last = element.item;
    }
  }

  history(context: Context, range: Range): Iterable<Element> {
    return this.#of.history(context, range);
  }

  sortedValues(context: Context, range: Range): Iterable<Element> {
    return this.#of.sortedValues(context, range);
  }
}

function sameValues(a: SetItem, b: SetItem): boolean {
  const [left, right] = [coveredTerms(a), coveredTerms(b)];
  return (
    left.length === right.length &&
    left.every(({ value }, index) => equal(value, right[index]?.value ?? null))
  );
}
