import type { SetValue } from '../data/set.ts';
import { isTagged } from '../data/data.ts';
import type { Context } from '../eval/context.ts';
import { NoHistory, type Element, type EventSet, type Range, type Shape } from './event-set.ts';
import { FIRST, isFirstId, isLastId, LAST, memberOf, refOf, type MemberItem } from './item.ts';
import type { Term } from './term.ts';

/**
 * A set in the opposite order. Sets of documents show each document as a covered value too, so that cursors are pairs
 * (core: set/ReverseSet.scala).
 */
export class ReverseSet implements EventSet {
  readonly isComposite = true;
  readonly first = FIRST;
  readonly last = LAST;
  readonly #of: EventSet;
  readonly #sources: readonly SetValue[];

  constructor(of: EventSet, self: SetValue) {
    this.#of = of;
    this.#sources = [self];
  }

  get shape(): Shape {
    const { values, reversed, isHistorical } = this.#of.shape;
    if (values === 1) return { values: 2, reversed: [true, false], isHistorical };
    return { values, reversed: [...reversed.slice(0, -1).map((reverse) => !reverse), false], isHistorical };
  }

  get isFiltered(): boolean {
    return this.#of.isFiltered;
  }

  forRead(context: Context): EventSet | undefined {
    const readable = this.#of.forRead(context);
    const [self] = this.#sources;
    return readable && self && new ReverseSet(readable, self);
  }

  *snapshot(context: Context, { from, to, ascending }: Range): Iterable<Element> {
    // Only document and values of the bounds change places; each end stays the end that it is.
    const [start, end] = [memberOf(from), memberOf(to)];
    const begin = this.#bound(
      { ...start, collection: end.collection, id: end.id, values: end.values },
      ascending,
      context,
    );
    const stop = this.#bound(
      { ...end, collection: start.collection, id: start.id, values: start.values },
      !ascending,
      context,
    );
    for (const { item } of this.#of.snapshot(context, { from: stop, to: begin, ascending: !ascending }))
      yield { item: shown(memberOf(item)), sources: this.#sources };
  }

  history(): Iterable<Element> {
    throw new NoHistory();
  }

  sortedValues(): Iterable<Element> {
    throw new NoHistory();
  }

  /** A bound in the terms of the set that is reversed. */
  #bound(bound: MemberItem, isFirst: boolean, context: Context): MemberItem {
    const base = { ...(isFirst ? this.#of.first : this.#of.last), scope: context.auth.scope };
    const [only, ...others] = bound.values;
    if (only !== undefined && others.length === 0) {
      const { value } = only;
      if (value === null) return { ...base, collection: LAST.collection, id: LAST.id };
      if (value === 0n) return { ...base, collection: FIRST.collection, id: FIRST.id };
      if (isTagged(value) && value.kind === 'ref')
        return { ...base, collection: value.collection, id: value.id };
    }
    const values = flipped(bound.values);
    if (isFirstId(bound) || isLastId(bound)) return { ...base, values };
    return { ...base, collection: bound.collection, id: bound.id, values };
  }
}

function shown(item: MemberItem): MemberItem {
  if (item.values.length === 0) return { ...item, values: [{ value: refOf(item), reverse: true }] };
  return { ...item, values: flipped(item.values) };
}

function flipped(terms: readonly Term[]): readonly Term[] {
  return terms.map(({ value, reverse }) => ({ value, reverse: !reverse }));
}
