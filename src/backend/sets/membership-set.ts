import type { Context } from '../eval/context.ts';
import { filterOf, mergedBySource, type EventsFilter } from './events-filter.ts';
import { UNKNOWN_SHAPE, type Element, type EventSet, type Range, type Shape } from './event-set.ts';
import {
  acting,
  FIRST,
  historyOrder,
  isCreate,
  LAST,
  LATEST,
  sameItem,
  snapshotOrder,
  type SetItem,
} from './item.ts';
import { merged, mergedGroups, oneStreamOf, sourcesOf, type Arrival } from './merge.ts';

/** What intersections and differences share: an element is in them by which of some sets have it. */
export abstract class MembershipSet implements EventSet {
  readonly isComposite = true;
  readonly first = FIRST;
  readonly last = LAST;
  protected readonly sets: readonly EventSet[];

  constructor(sets: readonly EventSet[]) {
    this.sets = sets;
  }

  /** Whether an element that exactly these sets have (by number) belongs. */
  abstract isPresent(memberships: ReadonlySet<number>): boolean;
  abstract forRead(context: Context): EventSet | undefined;

  get shape(): Shape {
    return this.sets[0]?.shape ?? UNKNOWN_SHAPE;
  }

  get isFiltered(): boolean {
    return this.sets.some((set) => set.isFiltered);
  }

  *snapshot(context: Context, range: Range): Iterable<Element> {
    const streams = this.sets.map((set) => set.snapshot(context, range));
    for (const group of mergedGroups(streams, snapshotOrder, range.ascending)) {
      if (!this.isPresent(new Set(group.map(({ stream }) => stream)))) continue;
      const sources = sourcesOf(group);
      for (const { item } of oneStreamOf(group, 'fewest')) yield { item, sources };
    }
  }

  *sortedValues(context: Context, range: Range): Iterable<Element> {
    const [only, ...others] = this.sets;
    if (only !== undefined && others.length === 0) return yield* only.sortedValues(context, range);
    const streams = this.sets.map((set) => set.sortedValues(context, range));
    let group: Arrival[] = [];
    for (const arrival of merged(streams, snapshotOrder, range.ascending)) {
      const [last] = group;
      if (last !== undefined && !sameItem(last.element.item, arrival.element.item)) {
        yield* this.#changesOfGroup(group, range.ascending);
        group = [];
      }
      group.unshift(arrival);
    }
    yield* this.#changesOfGroup(group, range.ascending);
  }

  /** The history of each element of the first set, as the others' presence lets it through. */
  history(context: Context, range: Range): Iterable<Element> {
    const [source, ...others] = this.sets;
    if (source === undefined) return [];
    if (others.length === 0) return source.history(context, range);
    const from = acting(range.from, range.ascending);
    const adjusted = { ...range, from };
    return mergedBySource(source, context, adjusted, (item, sourceFilter) =>
      sourceFilter === 'none' ? [] : this.#historyOf(item, sourceFilter, others, context, adjusted),
    );
  }

  *#historyOf(
    item: SetItem,
    sourceFilter: EventsFilter,
    others: readonly EventSet[],
    context: Context,
    range: Range,
  ): Iterable<Element> {
    const last = { ...acting(item, false), ts: LATEST };
    const first = { ...acting(item, true), ts: 0n };
    const filters = others.map((set) =>
      filterOf([...set.sortedValues(context, { from: last, to: first, ascending: false })], range),
    );
    const present = new Set<number>();
    const streams = [sourceFilter, ...filters].map((filter, number) => {
      if (filter === 'none') return [];
      if (filter === 'all') {
        present.add(number);
        const set = this.sets[number];
        return [...(set?.sortedValues(context, { from: first, to: last, ascending: range.ascending }) ?? [])];
      }
      const [head] = filter.elements;
      if (head !== undefined && range.ascending !== isCreate(head.item)) present.add(number);
      return filter.elements;
    });
    yield* this.#changes(present, [...merged(streams, historyOrder, range.ascending)], range.ascending);
  }

  *#changesOfGroup(group: readonly Arrival[], ascending: boolean): Iterable<Element> {
    const present = new Set<number>();
    for (const { element, stream } of group)
      if (ascending !== isCreate(element.item)) present.add(stream);
      else present.delete(stream);
    yield* this.#changes(present, [...group].reverse(), ascending);
  }

  /** The comings and goings that follow from those in the sets, given which sets had the element before. */
  *#changes(
    initially: ReadonlySet<number>,
    arrivals: readonly Arrival[],
    ascending: boolean,
  ): Iterable<Element> {
    const present = new Set(initially);
    let wasPresent = this.isPresent(present);
    for (const { element, stream } of arrivals) {
      if (isEntry(element.item, ascending)) present.add(stream);
      else present.delete(stream);
      const isPresent = this.isPresent(present);
      if (isPresent !== wasPresent)
        yield { item: acting(element.item, isPresent === ascending), sources: element.sources };
      wasPresent = isPresent;
    }
  }
}

/** Whether an item, met in that direction, means that the element is there from now on. */
function isEntry({ action }: SetItem, ascending: boolean): boolean {
  return action === (ascending ? 'add' : 'remove');
}
