import type { Context } from '../eval/context.ts';
import type { Element, EventSet, Range, Shape } from './event-set.ts';
import { mergedBySource } from './events-filter.ts';
import { FIRST, historyOrder, LAST, snapshotOrder, type SetItem } from './item.ts';
import { merged, mergedElements } from './merge.ts';

/** The sets that the elements of a source give, as one: by a lambda, or as terms of an index. */
export class JoinSet implements EventSet {
  readonly isComposite = true;
  readonly first = FIRST;
  readonly last = LAST;
  readonly shape: Shape;
  readonly #source: EventSet;
  readonly #target: (item: SetItem, context: Context) => EventSet;

  /** `target`: the set of an element, before permissions. */
  constructor(source: EventSet, target: (item: SetItem, context: Context) => EventSet, shape: Shape) {
    this.#source = source;
    this.#target = target;
    this.shape = shape;
  }

  get isFiltered(): boolean {
    return this.#source.isFiltered;
  }

  forRead(context: Context): EventSet | undefined {
    const readable = this.#source.forRead(context);
    return readable && new JoinSet(readable, this.#target, this.shape);
  }

  snapshot(context: Context, range: Range): Iterable<Element> {
    const { ascending } = range;
    const targets: Iterable<Element>[] = [];
    for (const { item } of this.#source.snapshot(context, wholeRange(ascending)))
      targets.push(this.#targetOf(item, context)?.snapshot(context, range) ?? []);
    return mergedElements(targets, snapshotOrder, ascending);
  }

  history(context: Context, range: Range): Iterable<Element> {
    return mergedBySource(this.#source, context, range, (item, filter) => {
      const target = filter === 'none' ? undefined : this.#targetOf(item, context);
      if (target === undefined || filter === 'none') return [];
      if (filter === 'all') return target.history(context, range);
      const { elements, from, to } = filter;
      return whilePresent(elements, target.history(context, { ...range, from, to }), range.ascending);
    });
  }

  sortedValues(context: Context, range: Range): Iterable<Element> {
    const { ascending } = range;
    return mergedBySource(this.#source, context, wholeRange(ascending), (item, filter) => {
      const target = filter === 'none' ? undefined : this.#targetOf(item, context);
      if (target === undefined || filter === 'none') return [];
      const events = target.sortedValues(context, range);
      if (filter === 'all') return events;
      const byTime = [...events].sort((a, b) => directed(historyOrder(a.item, b.item), ascending));
      const kept = [...whilePresent(filter.elements, byTime, ascending)];
      return kept.sort((a, b) => directed(snapshotOrder(a.item, b.item), ascending));
    });
  }

  #targetOf(item: SetItem, context: Context): EventSet | undefined {
    return this.#target(item, context).forRead(context);
  }
}

/** The events of a target while its source element is there; of one time, those of the source come first. */
function* whilePresent(
  source: readonly Element[],
  target: Iterable<Element>,
  ascending: boolean,
): Iterable<Element> {
  const enters = ascending ? 'add' : 'remove';
  let isPresent = source[0]?.item.action !== enters;
  for (const { element, stream } of merged([source, target], historyOrder, ascending))
    if (stream === 0) isPresent = element.item.action === enters;
    else if (isPresent) yield element;
}

function wholeRange(ascending: boolean): Range {
  return ascending ? { from: FIRST, to: LAST, ascending } : { from: LAST, to: FIRST, ascending };
}

function directed(order: number, ascending: boolean): number {
  return ascending ? order : -order;
}
