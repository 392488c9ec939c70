import type { FilterSet as FilterNode } from '../data/set.ts';
import { boolean } from '../functions/casts.ts';
import type { Context } from '../eval/context.ts';
import { NoHistory, type Element, type EventSet, type Range, type Shape } from './event-set.ts';
import { coveredData } from './covered-data.ts';
import { FIRST, LAST } from './item.ts';

/** The elements of a set for which a lambda gives `true`. */
export class FilterSet implements EventSet {
  readonly isComposite = true;
  readonly first = FIRST;
  readonly last = LAST;
  readonly #of: EventSet;
  readonly #node: FilterNode;

  constructor(of: EventSet, node: FilterNode) {
    this.#of = of;
    this.#node = node;
  }

  get shape(): Shape {
    return this.#of.shape;
  }

  get isFiltered(): boolean {
    return this.#of.isFiltered;
  }

  forRead(context: Context): EventSet | undefined {
    const readable = this.#of.forRead(context);
    return readable && new FilterSet(readable, this.#node);
  }

  *snapshot(context: Context, range: Range): Iterable<Element> {
    const { filter, position } = this.#node;
    const at = position.at('filter');
    for (const element of this.#of.snapshot(context, range)) {
      const result = context.apply(filter, coveredData(element.item), at, context);
      if (boolean.cast(result, at, context)) yield element;
    }
  }

  history(): Iterable<Element> {
    throw new NoHistory();
  }

  sortedValues(): Iterable<Element> {
    throw new NoHistory();
  }
}
