import type { SetValue } from '../data/set.ts';
import type { Context } from '../eval/context.ts';
import type { Element, EventSet, Range, Shape } from './event-set.ts';
import type { MemberItem } from './item.ts';

/** A set whose elements are its events: what `events` and `events: true` make. */
export class HistoricalSet implements EventSet {
  readonly isComposite = true;
  readonly #of: EventSet;
  readonly #sources: readonly SetValue[];

  constructor(of: EventSet, self: SetValue) {
    this.#of = of;
    this.#sources = [self];
  }

  get shape(): Shape {
    return { ...this.#of.shape, isHistorical: true };
  }

  get first(): MemberItem {
    return this.#of.first;
  }

  get last(): MemberItem {
    return this.#of.last;
  }

  get isFiltered(): boolean {
    return this.#of.isFiltered;
  }

  forRead(context: Context): EventSet | undefined {
    const readable = this.#of.forRead(context);
    const [self] = this.#sources;
    return readable && self && new HistoricalSet(readable, self);
  }

  snapshot(context: Context, range: Range): Iterable<Element> {
    return this.#withSource(this.#of.snapshot(context, range));
  }

  history(context: Context, range: Range): Iterable<Element> {
    return this.#withSource(this.#of.history(context, range));
  }

  sortedValues(context: Context, range: Range): Iterable<Element> {
    return this.#withSource(this.#of.sortedValues(context, range));
  }

  /** The sources of a combined set's elements are its parts, those of a simple set's this very set. */
  *#withSource(elements: Iterable<Element>): Iterable<Element> {
    if (this.#of.isComposite) return yield* elements;
    for (const { item } of elements) yield { item, sources: this.#sources };
  }
}
