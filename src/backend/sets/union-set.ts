import type { Context } from '../eval/context.ts';
import type { Element, EventSet, Range, Shape } from './event-set.ts';
import { UNKNOWN_SHAPE } from './event-set.ts';
import { FIRST, historyOrder, LAST, snapshotOrder } from './item.ts';
import { mergedElements, mergedGroups, oneStreamOf, sourcesOf } from './merge.ts';

/** The elements of any of some sets. Of equal values as many as the set with most of them has. */
export class UnionSet implements EventSet {
  readonly isComposite = true;
  readonly first = FIRST;
  readonly last = LAST;
  readonly #sets: readonly EventSet[];

  constructor(sets: readonly EventSet[]) {
    this.#sets = sets;
  }

  get shape(): Shape {
    return this.#sets[0]?.shape ?? UNKNOWN_SHAPE;
  }

  get isFiltered(): boolean {
    return this.#sets.some((set) => set.isFiltered);
  }

  forRead(context: Context): EventSet | undefined {
    const readable = this.#sets.flatMap((set) => set.forRead(context) ?? []);
    return readable.length === 0 ? undefined : new UnionSet(readable);
  }

  *snapshot(context: Context, range: Range): Iterable<Element> {
    const streams = this.#sets.map((set) => set.snapshot(context, range));
    for (const group of mergedGroups(streams, snapshotOrder, range.ascending)) {
      const sources = sourcesOf(group);
      for (const { item } of oneStreamOf(group, 'most')) yield { item, sources };
    }
  }

  history(context: Context, range: Range): Iterable<Element> {
    const streams = this.#sets.map((set) => set.history(context, range));
    return mergedElements(streams, historyOrder, range.ascending);
  }

  sortedValues(context: Context, range: Range): Iterable<Element> {
    const streams = this.#sets.map((set) => set.sortedValues(context, range));
    return mergedElements(streams, snapshotOrder, range.ascending);
  }
}
