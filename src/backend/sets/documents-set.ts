import { documentsAccess, nativeAccess, type SetAccess } from '../auth/may-read-set.ts';
import type { CollectionId, ScopeId } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import type { SetSource } from '../data/element.ts';
import type { Context } from '../eval/context.ts';
import type { IdRange } from '../store/store.ts';
import type { Version } from '../store/version.ts';
import { DOCUMENTS_SHAPE, type Element, type EventSet, type Range } from './event-set.ts';
import { compareDocument } from './compare-document.ts';
import { FIRST, LAST, LATEST, valuesOf, type MemberItem, type SetItem } from './item.ts';
import { checkTimeOf, minValidTime } from './min-valid-time.ts';
import { byTimeGoingFirst, byTuple, isBetween, withinStored } from './stored-order.ts';

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
    checkTimeOf(this.#scope, this.#collection, context);
    const [min, max] = ascending ? [from, to] : [to, from];
    const range: IdRange = { from: lowestId(min), to: highestId(max), descending: !ascending };
    for (const [id] of transaction.scan(this.#scope, this.#collection, range, at)) {
      const ref = new Ref(this.#scope, this.#collection, id);
      if (compareDocument(ref, boundOf(min), 0) < 0 || compareDocument(ref, boundOf(max), 0) > 0) continue;
      const item = this.#member(id, at ?? LATEST, 'add');
      if (isBetween(item, from, to, ascending)) yield { item, sources: SOURCES };
    }
  }

  *history(context: Context, { from, to, ascending }: Range): Iterable<Element> {
    const [min, max] = ascending ? [from, to] : [to, from];
    const limit = minValidTime(this.#scope, this.#collection, context);
    const items = this.#events(context)
      .filter(({ ts, action }) => ts > limit || (ts === limit && action === 'add'))
      .filter((item) => withinStored(item, min, max, byTimeGoingFirst))
      .sort(byTimeGoingFirst);
    for (const item of ascending ? items : items.reverse()) yield { item, sources: SOURCES };
  }

  *sortedValues(context: Context, { from, to, ascending }: Range): Iterable<Element> {
    const [min, max] = ascending ? [from, to] : [to, from];
    const limit = minValidTime(this.#scope, this.#collection, context);
    const items = this.#events(context)
      .filter(({ ts, action }) => ts > limit || action === 'add')
      .filter((item) => withinStored(item, min, max, byTuple))
      .sort(byTuple);
    for (const item of ascending ? items : items.reverse()) yield { item, sources: SOURCES };
  }

  #access(context: Context): SetAccess {
    return this.#isNative
      ? nativeAccess(this.#scope, this.#collection, context)
      : documentsAccess(this.#scope, this.#collection, context);
  }

  /** When documents came and went; one whose `ttl` changed did both. */
  #events({ transaction }: Context): MemberItem[] {
    const items: MemberItem[] = [];
    for (const id of transaction.scanIds(this.#scope, this.#collection)) {
      let before: Version | undefined;
      for (const version of transaction.history({ scope: this.#scope, collection: this.#collection, id })) {
        const now = version.action === 'delete' ? undefined : version;
        const changed = before?.expires !== now?.expires;
        if (before !== undefined && (now === undefined || changed))
          items.push(this.#member(id, version.at, 'remove'));
        if (now !== undefined && (before === undefined || changed))
          items.push(this.#member(id, version.at, 'add'));
        before = now;
      }
    }
    return items;
  }

  #member(id: bigint, ts: bigint, action: 'add' | 'remove'): MemberItem {
    return { kind: 'set', ts, scope: this.#scope, collection: this.#collection, id, action, values: [] };
  }
}

/** The documents of a collection are an index of the core's own, which has no name to show. */
const SOURCES: readonly SetSource[] = [null];

/** Where to begin and end scanning; what a bound with values leaves out is left out one by one. */
function lowestId(min: SetItem): bigint {
  return hasValues(min) ? FIRST.id : min.id;
}

function highestId(max: SetItem): bigint {
  return hasValues(max) ? LAST.id : max.id;
}

function hasValues(item: SetItem): boolean {
  return item.kind === 'set' && item.values.length > 0;
}

function boundOf(item: SetItem): Parameters<typeof compareDocument>[1] {
  return { values: valuesOf(item), collection: item.collection, id: item.id };
}
