import type { Context } from '../eval/context.ts';
import { MembershipSet } from './membership-set.ts';
import { FIRST, LAST, snapshotOrder, type SetItem } from './item.ts';
import { merged, sourcesOf, type Arrival } from './merge.ts';
import type { Element, EventSet, Range } from './event-set.ts';

/** The elements that all of some sets have. Equal values are paired one by one. */
export class IntersectionSet extends MembershipSet {
  isPresent(memberships: ReadonlySet<number>): boolean {
    return memberships.size === this.sets.length;
  }

  forRead(context: Context): EventSet | undefined {
    const readable = this.sets.flatMap((set) => set.forRead(context) ?? []);
    return readable.length === 0 ? undefined : new IntersectionSet(readable);
  }

  override *snapshot(context: Context, range: Range): Iterable<Element> {
    const from = startOfValues(range);
    const streams = this.sets.map((set) => set.snapshot(context, { ...range, from }));
    for (const slice of slices(merged(streams, snapshotOrder, range.ascending))) {
      if (slice.length !== this.sets.length) continue;
      const chosen = slice.reduce((a, b) => (a.stream < b.stream ? a : b));
      yield { item: chosen.element.item, sources: sourcesOf([...slice.slice(1), ...slice.slice(0, 1)]) };
    }
  }
}

/** A cursor names a document, but the sets have equal values under different ones: begin where the values begin. */
function startOfValues({ from, ascending }: Range): SetItem {
  if (from.kind === 'document' || from.values.length === 0) return from;
  return { ...(ascending ? FIRST : LAST), values: from.values };
}

/** What arrives together: equal elements, at most one of each stream. */
function* slices(arrivals: Iterable<Arrival>): Iterable<readonly Arrival[]> {
  let slice: Arrival[] = [];
  for (const arrival of arrivals) {
    const [first] = slice;
    const goesOn =
      first !== undefined &&
      snapshotOrder(first.element.item, arrival.element.item) === 0 &&
      !slice.some(({ stream }) => stream === arrival.stream);
    if (!goesOn && first !== undefined) {
      yield slice;
      slice = [];
    }
    slice.push(arrival);
  }
  if (slice.length > 0) yield slice;
}
