import type { Context } from '../eval/context.ts';
import type { Element, EventSet, Range } from './event-set.ts';
import {
  acting,
  FIRST,
  historyOrder,
  isCreate,
  LAST,
  sameTuple,
  withFirstId,
  withLastId,
  type SetItem,
} from './item.ts';
import { mergedElements } from './merge.ts';

/**
 * When an element of a source set was there within a range: always, never, or as its comings and goings say, with the
 * bounds within which events of what depends on it count.
 */
export type EventsFilter =
  'all' | 'none' | { readonly elements: readonly Element[]; readonly from: SetItem; readonly to: SetItem };

/**
 * Merges the histories that the elements of a source set give rise to: `historyOf` gets each element and when it was
 * there.
 */
export function mergedBySource(
  source: EventSet,
  context: Context,
  range: Range,
  historyOf: (item: SetItem, filter: EventsFilter) => Iterable<Element>,
): Iterable<Element> {
  const streams: Iterable<Element>[] = [];
  let group: Element[] = [];
  const close = (): void => {
    const [head] = group;
    if (head !== undefined) streams.push(historyOf(head.item, filterOf(group, range)));
    group = [];
  };
  for (const element of source.sortedValues(context, { from: LAST, to: FIRST, ascending: false })) {
    const [head] = group;
    if (head !== undefined && !sameTuple(head.item, element.item)) close();
    group.push(element);
  }
  close();
  return mergedElements(streams, historyOrder, range.ascending);
}

/** The filter that the events of one element make, latest first. */
export function filterOf(events: readonly Element[], { from, to, ascending }: Range): EventsFilter {
  const [min, max] = ascending ? [from, to] : [to, from];
  const kept = withinRange(withoutRepeats(events), min, max);
  const [head] = kept;
  const last = kept.at(-1);
  if (head === undefined || last === undefined) return 'none';
  if (historyOrder(head.item, min) < 0) return isCreate(head.item) ? 'all' : 'none';
  // Where an end is open, events of the same time count: the bound takes in every document.
  const upper = isCreate(head.item) ? timed(head.item, max) : withLastId(head.item);
  const lower = isCreate(last.item) ? withFirstId(last.item) : timed(head.item, min);
  return {
    elements: ascending ? kept.toReversed() : kept,
    from: ascending ? lower : upper,
    to: ascending ? upper : lower,
  };
}

function timed(item: SetItem, bound: SetItem): SetItem {
  return { ...acting(item, isCreate(bound)), ts: bound.ts };
}

/** Of repeated comings the earliest stays, of repeated goings the latest; a going before all comings is dropped. */
function withoutRepeats(events: readonly Element[]): Element[] {
  const kept = [...events];
  let index = 0;
  while (index + 1 < kept.length) {
    const [a, b] = [kept[index], kept[index + 1]];
    if (a?.item.action === b?.item.action && a !== undefined)
      kept.splice(isCreate(a.item) ? index : index + 1, 1);
    else index += 1;
  }
  const last = kept.at(-1);
  if (last !== undefined && !isCreate(last.item)) kept.pop();
  return kept;
}

/** Nothing after the range, and one event before it at most: it says whether the element was there at its beginning. */
function withinRange(events: readonly Element[], min: SetItem, max: SetItem): Element[] {
  const kept = [...events];
  while (kept[0] !== undefined && historyOrder(kept[0].item, max) > 0) kept.shift();
  for (;;) {
    const before = kept.at(-2);
    if (before === undefined || historyOrder(before.item, min) >= 0) return kept;
    kept.pop();
  }
}
