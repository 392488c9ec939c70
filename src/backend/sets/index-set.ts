import { indexAccess } from '../auth/may-read-set.ts';
import { COLLECTIONS, FIRST_USER_COLLECTION } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import type { SetSource } from '../data/element.ts';
import type { MatchSet, SetValue } from '../data/set.ts';
import type { Context } from '../eval/context.ts';
import type { IndexConfig } from '../indexes/index-config.ts';
import { termsKey } from '../indexes/terms-key.ts';
import { userCollections } from '../indexes/user-collections.ts';
import type { IndexEntry, IndexEvent } from '../store/index-partition.ts';
import type { Element, EventSet, Range, Shape } from './event-set.ts';
import {
  FIRST,
  LAST,
  LATEST,
  memberOf,
  valuesOf,
  withFirstId,
  withLastId,
  type MemberItem,
  type SetItem,
} from './item.ts';
import { checkTimeOf, minValidTime } from './min-valid-time.ts';
import { byTimeGoingFirst, byTuple, isBetween, withinStored } from './stored-order.ts';
import { compareTerms, LARGEST, SMALLEST } from './term.ts';
import { compareDocument } from './compare-document.ts';

/** The entries of an index under some terms. */
export class IndexSet implements EventSet {
  readonly isComposite = false;
  readonly first = FIRST;
  readonly last = LAST;
  readonly shape: Shape;
  readonly isFiltered: boolean;
  readonly #config: IndexConfig;
  readonly #node: MatchSet;
  readonly #terms: string;
  readonly #self: SetValue;
  readonly #sources: readonly SetSource[];

  constructor(config: IndexConfig, node: MatchSet, self: SetValue, isFiltered = true) {
    this.#config = config;
    this.#node = node;
    this.#terms = termsKey(node.terms);
    this.#self = self;
    this.#sources = [self];
    this.isFiltered = isFiltered;
    this.shape = {
      values: config.reversed.length + 1,
      reversed: [...config.reversed, false],
      isHistorical: false,
    };
  }

  forRead(context: Context): EventSet | undefined {
    const access = indexAccess(this.#config.ref, this.#node.terms, context);
    if (access === 'none') return undefined;
    return new IndexSet(this.#config, this.#node, this.#self, access === 'filtered');
  }

  *snapshot(context: Context, { from, to, ascending }: Range): Iterable<Element> {
    const { transaction, validTime } = context;
    const { scope } = this.#config.ref;
    for (const collection of this.#config.collections ?? userCollections(scope, transaction))
      checkTimeOf(scope, collection, context);
    const [start, end] = [this.#padded(from, ascending), this.#padded(to, !ascending)];
    const at =
      validTime === undefined || validTime >= transaction.snapshot ? transaction.commitTime : validTime;
    const entries = this.#partition(context)?.scan({
      at,
      seek: (entry) => this.#compare(entry, start),
      descending: !ascending,
    });
    for (const entry of entries ?? []) {
      const order = this.#compare(entry, end);
      if (ascending ? order > 0 : order < 0) return;
      if (isGone(entry.ref, context)) continue;
      const item = this.#item(entry, validTime ?? LATEST, 'add');
      if (isBetween(item, start, end, ascending)) yield { item, sources: this.#sources };
    }
  }

  *history(context: Context, { from, to, ascending }: Range): Iterable<Element> {
    const [min, max] = ascending ? [from, to] : [to, from];
    for (const item of this.#events(context, !ascending)) {
      if (ascending ? byTimeGoingFirst(item, max) > 0 : byTimeGoingFirst(item, min) < 0) return;
      if (withinStored(item, min, max, byTimeGoingFirst)) yield { item, sources: this.#sources };
    }
  }

  *sortedValues(context: Context, { from, to, ascending }: Range): Iterable<Element> {
    // The core's own bounds: with covered values every document counts at one end, and none at the other.
    const covers = this.#config.reversed.length > 0;
    const start = this.#padded(covers ? withLastId(from) : from, ascending);
    const end = this.#padded(covers ? withFirstId(to) : to, !ascending);
    const [min, max] = ascending ? [start, end] : [end, start];
    const items = [...this.#events(context, false, true)].sort(byTuple);
    const within = items.filter((item) => withinStored(item, min, max, byTuple));
    for (const item of ascending ? within : within.reverse()) yield { item, sources: this.#sources };
  }

  #partition({ transaction }: Context): ReturnType<Context['transaction']['findPartition']> {
    const { scope, id } = this.#config.ref;
    return transaction.findPartition(scope, id, this.#terms);
  }

  /** Events by time, as far back as each document's collection keeps history. */
  *#events(context: Context, descending: boolean, withEdges = false): Iterable<MemberItem> {
    let group: MemberItem[] = [];
    const limits = new Map<number, bigint>();
    for (const event of this.#partition(context)?.events({ descending }) ?? []) {
      if (!this.#counts(event, limits, context, withEdges)) continue;
      if (group[0] !== undefined && group[0].ts !== event.at) {
        yield* sorted(group, descending);
        group = [];
      }
      group.push(this.#item(event.entry, event.at, event.action));
    }
    yield* sorted(group, descending);
  }

  #counts(
    { entry: { ref }, at, action }: IndexEvent,
    limits: Map<number, bigint>,
    context: Context,
    withEdges: boolean,
  ): boolean {
    let limit = limits.get(ref.collection);
    if (limit === undefined) {
      const gone =
        ref.collection >= FIRST_USER_COLLECTION &&
        context.transaction.read(new Ref(ref.scope, COLLECTIONS, BigInt(ref.collection))) === undefined;
      limit = gone ? LATEST : minValidTime(ref.scope, ref.collection, context);
      limits.set(ref.collection, limit);
    }
    if (at > limit) return true;
    return action === 'add' && (at === limit || (withEdges && limit !== LATEST));
  }

  #item({ values, ref }: IndexEntry, ts: bigint, action: 'add' | 'remove'): MemberItem {
    const { reversed } = this.#config;
    const terms = values.map((value, index) => ({ value, reverse: reversed[index] ?? false }));
    return {
      kind: 'set',
      ts,
      scope: ref.scope,
      collection: ref.collection,
      id: ref.id,
      action,
      values: terms,
    };
  }

  /** A bound with all values: those that a cursor left out are the smallest or largest there are. */
  #padded(item: SetItem, isFirst: boolean): MemberItem {
    const values = [...valuesOf(item)];
    for (let index = values.length; index < this.#config.reversed.length; index += 1) {
      const reverse = this.#config.reversed[index] ?? false;
      values.push({ value: isFirst === reverse ? LARGEST : SMALLEST, reverse });
    }
    return { ...memberOf(item), values };
  }

  /** As stored: values and document are one list, so a bound of another shape is compared part by part. */
  #compare({ values, ref }: IndexEntry, bound: MemberItem): number {
    const { reversed } = this.#config;
    const length = Math.min(values.length, bound.values.length);
    for (let index = 0; index < length; index += 1) {
      const term = bound.values[index];
      const own = { value: values[index] ?? null, reverse: reversed[index] ?? false };
      const order = term === undefined ? 0 : compareTerms(own, term);
      if (order !== 0) return order;
    }
    return compareDocument(ref, bound, values.length);
  }
}

/**
 * Whether an entry that is in the index is not to be seen: its document has expired, or its collection is gone. (An index
 * over `ts` keeps entries of deleted documents, which are seen: see `indexes/index-tuples.ts`.)
 */
function isGone(ref: Ref, { transaction, validTime }: Context): boolean {
  if (transaction.read(ref, validTime) !== undefined) return false;
  const at = validTime ?? LATEST;
  const version = transaction.history(ref).findLast((candidate) => candidate.at <= at);
  return version?.action !== 'delete';
}

function sorted(items: MemberItem[], descending: boolean): MemberItem[] {
  items.sort(byTimeGoingFirst);
  return descending ? items.reverse() : items;
}
