import { mayReadHistory } from '../auth/may-read-history.ts';
import type { Ref } from '../data/ref.ts';
import type { SetValue } from '../data/set.ts';
import type { Context } from '../eval/context.ts';
import { documentEvents } from './document-events.ts';
import { DOCUMENTS_SHAPE, type Element, type EventSet, type Range } from './event-set.ts';
import { FIRST, isCreate, LAST, LATEST, memberOf, type SetItem } from './item.ts';
import { checkTimeOf } from './min-valid-time.ts';
import { compareIds } from './value-order.ts';

/**
 * A document as a set of itself: it is there or not. Its history are its versions; as a singleton, its coming and going.
 * Who may see its events may read it so (spec 5.5).
 */
export class DocumentSet implements EventSet {
  readonly shape = DOCUMENTS_SHAPE;
  readonly isFiltered = false;
  readonly isComposite = false;
  readonly first = { ...FIRST, action: 'add' } as const;
  readonly last = { ...LAST, action: 'remove' } as const;
  readonly #ref: Ref;
  readonly #isSingleton: boolean;
  readonly #sources: readonly SetValue[];

  constructor(ref: Ref, isSingleton: boolean, self: SetValue) {
    this.#ref = ref;
    this.#isSingleton = isSingleton;
    this.#sources = [self];
  }

  forRead(context: Context): EventSet | undefined {
    return mayReadHistory(this.#ref, context) ? this : undefined;
  }

  *snapshot(context: Context, { from, to, ascending }: Range): Iterable<Element> {
    const [min, max] = ascending ? [from, to] : [to, from];
    if (compareIds(this.#ref, min) < 0 || compareIds(this.#ref, max) > 0) return;
    checkTimeOf(this.#ref.scope, this.#ref.collection, context);
    const at = context.validTime;
    if (context.transaction.read(this.#ref, at) === undefined) return;
    const { scope, collection, id } = this.#ref;
    const item: SetItem = { kind: 'set', ts: at ?? LATEST, scope, collection, id, action: 'add', values: [] };
    yield { item, sources: this.#sources };
  }

  *history(context: Context, { from, to, ascending }: Range): Iterable<Element> {
    const [min, max] = ascending ? [from, to] : [to, from];
    const events = documentEvents(this.#ref, context).filter((event) => within(event, min, max));
    for (const event of ascending ? events : events.reverse()) {
      if (!this.#isSingleton) yield { item: event, sources: this.#sources };
      else if (event.action !== 'update') yield { item: memberOf(event), sources: this.#sources };
    }
  }

  sortedValues(context: Context, range: Range): Iterable<Element> {
    return this.history(context, range);
  }
}

/** Versions are stored by time, and of one time what is live after what is deleted. */
function within(event: SetItem, min: SetItem, max: SetItem): boolean {
  return compare(event, min) >= 0 && compare(event, max) <= 0;
}

function compare(a: SetItem, b: SetItem): number {
  if (a.ts !== b.ts) return a.ts < b.ts ? -1 : 1;
  return Number(isCreate(b)) - Number(isCreate(a));
}
