import { documentsAccess, nativeAccess, type SetAccess } from '../auth/may-read-set.ts';
import type { CollectionId, ScopeId } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import type { SetSource } from '../data/element.ts';
import type { Context } from '../eval/context.ts';
import type { IdRange } from '../store/store.ts';
import { documentEvents } from './document-events.ts';
import { DOCUMENTS_SHAPE, type Element, type EventSet, type Range } from './event-set.ts';
import { FIRST, LAST, LATEST, type MemberItem, type SetItem } from './item.ts';
import { minValidTime } from './min-valid-time.ts';
import { byTimeGoingFirst, byTuple, withinStored } from './stored-order.ts';

/** All documents of a collection, in the order of their ids. Reading them is the store's own scan. */
export class DocumentsSet implements EventSet {
  readonly shape = DOCUMENTS_SHAPE;
  readonly isComposite = false;
  readonly first = FIRST;
  readonly last = LAST;
  readonly isFiltered: boolean;
  readonly #scope: ScopeId;
  readonly #collection: CollectionId;
  /** Given as the ref of a native collection: there must be the power to read all of it. */
  readonly #isNative: boolean;

  constructor(scope: ScopeId, collection: CollectionId, isNative: boolean, isFiltered = true) {
    this.#scope = scope;
    this.#collection = collection;
    this.#isNative = isNative;
    this.isFiltered = isFiltered;
  }

  forRead(context: Context): EventSet | undefined {
    const access = this.#access(context);
    if (access === 'none') return undefined;
    return new DocumentsSet(this.#scope, this.#collection, this.#isNative, access === 'filtered');
  }

  *snapshot(context: Context, { from, to, ascending }: Range): Iterable<Element> {
    const at = context.validTime;
    const { transaction } = context;
    // A bound with values (a cursor of another kind of set) is larger than any document.
    const [min, max] = ascending ? [from, to] : [to, from];
    if (hasValues(min)) return;
    const range: IdRange = {
      from: min.collection > this.#collection ? min.id + 1n : min.id,
      to: !hasValues(max) && max.collection < this.#collection ? max.id - 1n : max.id,
      descending: !ascending,
    };
    for (const [id] of transaction.scan(this.#scope, this.#collection, range, at))
      yield { item: this.#member(id, at ?? LATEST, 'add'), sources: SOURCES };
  }

  *history(context: Context, { from, to, ascending }: Range): Iterable<Element> {
    const [min, max] = ascending ? [from, to] : [to, from];
    const items = this.#events(context)
      .sort(byTimeGoingFirst)
      .filter((item) => withinStored(item, min, max, byTimeGoingFirst));
    for (const item of ascending ? items : items.reverse()) yield { item, sources: SOURCES };
  }

  *sortedValues(context: Context, { from, to, ascending }: Range): Iterable<Element> {
    const [min, max] = ascending ? [from, to] : [to, from];
    const items = this.#events(context)
      .sort(byTuple)
      .filter((item) => withinStored(item, min, max, byTuple));
    for (const item of ascending ? items : items.reverse()) yield { item, sources: SOURCES };
  }

  #access(context: Context): SetAccess {
    return this.#isNative
      ? nativeAccess(this.#scope, this.#collection, context)
      : documentsAccess(this.#scope, this.#collection, context);
  }

  /** When documents came and went, as far back as there is history. */
  #events(context: Context): MemberItem[] {
    const limit = minValidTime(this.#scope, this.#collection, context);
    const items: MemberItem[] = [];
    for (const id of context.transaction.scanIds(this.#scope, this.#collection))
      for (const event of documentEvents(new Ref(this.#scope, this.#collection, id), context)) {
        if (event.action === 'update' || event.ts < limit) continue;
        items.push(this.#member(id, event.ts, event.action === 'delete' ? 'remove' : 'add'));
      }
    return items;
  }

  #member(id: bigint, ts: bigint, action: 'add' | 'remove'): MemberItem {
    return { kind: 'set', ts, scope: this.#scope, collection: this.#collection, id, action, values: [] };
  }
}

/** The documents of a collection are an index of the core's own, which has no name to show. */
const SOURCES: readonly SetSource[] = [null];

function hasValues(item: SetItem): boolean {
  return item.kind === 'set' && item.values.length > 0;
}
