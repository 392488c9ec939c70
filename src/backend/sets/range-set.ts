import type { Context } from '../eval/context.ts';
import { NoHistory, type Element, type EventSet, type Range, type Shape } from './event-set.ts';
import { FIRST, LAST, memberOf, refOf, type MemberItem, type SetItem } from './item.ts';
import { compareTerms, type Term } from './term.ts';

/** The part of a set between two bounds, both included. */
export class RangeSet implements EventSet {
  readonly isComposite = true;
  readonly first = FIRST;
  readonly last = LAST;
  readonly #of: EventSet;
  readonly #lower: MemberItem;
  readonly #upper: MemberItem;

  constructor(of: EventSet, lower: MemberItem, upper: MemberItem) {
    this.#of = of;
    this.#lower = lower;
    this.#upper = upper;
  }

  get shape(): Shape {
    return this.#of.shape;
  }

  get isFiltered(): boolean {
    return this.#of.isFiltered;
  }

  forRead(context: Context): EventSet | undefined {
    const readable = this.#of.forRead(context);
    return readable && new RangeSet(readable, this.#lower, this.#upper);
  }

  snapshot(context: Context, { from, to, ascending }: Range): Iterable<Element> {
    const atLeast = (item: SetItem): SetItem =>
      compareBounds(item, this.#lower, true) < 0 ? this.#lower : item;
    const atMost = (item: SetItem): SetItem =>
      compareBounds(item, this.#upper, false) > 0 ? this.#upper : item;
    return this.#of.snapshot(
      context,
      ascending
        ? { from: atLeast(from), to: atMost(to), ascending }
        : { from: atMost(from), to: atLeast(to), ascending },
    );
  }

  history(): Iterable<Element> {
    throw new NoHistory();
  }

  sortedValues(): Iterable<Element> {
    throw new NoHistory();
  }
}

/** Document first, then values, as the core compares the bounds of ranges; a prefix is the more outward of the two. */
function compareBounds(a: SetItem, b: SetItem, lower: boolean): number {
  const [left, right] = [termsOf(a), termsOf(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [x, y] = [left[index], right[index]];
    const order = x === undefined || y === undefined ? 0 : compareTerms(x, y);
    if (order !== 0) return order;
  }
  if (left.length === right.length) return 0;
  return left.length > right.length === lower ? 1 : -1;
}

function termsOf(item: SetItem): readonly Term[] {
  const member = memberOf(item);
  return [{ value: refOf(member), reverse: false }, ...member.values];
}
