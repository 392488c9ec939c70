import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDEXES } from '../../../src/backend/data/ids.ts';
import { EMPTY, Obj } from '../../../src/backend/data/obj.ts';
import { Ref } from '../../../src/backend/data/ref.ts';
import { Time } from '../../../src/backend/data/time.ts';
import type { EntryOrder, IndexEntry } from '../../../src/backend/store/index-partition.ts';
import { MemoryStore } from '../../../src/backend/store/memory-store.ts';
import type { DocumentKey, Transaction } from '../../../src/backend/store/store.ts';

const START = Date.UTC(2021, 0, 1);
const START_MICROS = BigInt(START) * 1000n;
const USERS = 1024;
const key = (id: bigint): DocumentKey => ({ scope: 0, collection: USERS, id });
const n = (value: bigint): Obj => Obj.of({ n: value });
const valueOf = ({ values: [value] }: IndexEntry): bigint => (typeof value === 'bigint' ? value : 0n);
const order: EntryOrder = (a, b) => Number(valueOf(a) - valueOf(b));
const entry = (value: bigint): IndexEntry => ({ values: [value], ref: new Ref(0, USERS, value) });

function storeAt(clock = { now: START }): MemoryStore {
  return new MemoryStore(() => clock.now);
}

/** Everything that can be seen of a store, as plain data. */
function picture(transaction: Transaction): unknown {
  const ids = [...transaction.scanIds(0, USERS)];
  return {
    histories: ids.map((id) => [
      id,
      transaction.history(key(id)).map(({ at, action, fields }) => [at, action, fields]),
    ]),
    live: [...transaction.scan(0, USERS)].map(([id, version]) => [id, version.fields]),
    entries: [...transaction.partition(0, 1n, '', order).events()].map((event) => [
      event.at,
      event.action,
      event.entry,
    ]),
    names: ['a', 'b', 'c'].map((name) => [
      transaction.names.current('x', 0, name),
      transaction.names.find('x', 0, name),
    ]),
  };
}

const id = fc.bigInt({ min: 0n, max: 9n });
const past = fc.bigInt({ min: START_MICROS - 5n, max: START_MICROS - 1n });
const action = fc.constantFrom('create' as const, 'update' as const, 'delete' as const);
const name = fc.constantFrom('a', 'b', 'c');
type Step = (transaction: Transaction) => void;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(id, action, id).map(
    ([at, what, value]): Step =>
      (t) =>
        void t.write(key(at), what, n(value)),
  ),
  fc.tuple(id, past, action, id).map(
    ([at, when, what, value]): Step =>
      (t) =>
        void t.insert(key(at), when, what, n(value)),
  ),
  fc.tuple(id, past, action).map(
    ([at, when, what]): Step =>
      (t) =>
        void t.remove(key(at), when, what),
  ),
  fc.tuple(id).map(
    ([value]): Step =>
      (t) =>
        t.partition(0, 1n, '', order).add(entry(value), t.commitTime),
  ),
  fc.tuple(id).map(
    ([value]): Step =>
      (t) =>
        t.partition(0, 1n, '', order).remove(entry(value), t.commitTime),
  ),
  fc.tuple(id, past).map(
    ([value, at]): Step =>
      (t) =>
        t.partition(0, 1n, '', order).add(entry(value), at),
  ),
  fc.tuple(id, past).map(
    ([value, at]): Step =>
      (t) =>
        t.partition(0, 1n, '', order).forget(entry(value), at, 'add'),
  ),
  fc.tuple(name, id).map(
    ([text, value]): Step =>
      (t) =>
        t.names.set('x', 0, text, value),
  ),
  fc.tuple(name).map(
    ([text]): Step =>
      (t) =>
        t.names.delete('x', 0, text),
  ),
  fc.constant<Step>((t) => t.dropCollection(0, USERS)),
  fc.constant<Step>((t) => t.dropIndex(0, 1n)),
);

describe('MemoryStore', () => {
  it('is, after a rollback, what it was before', () => {
    fc.assert(
      fc.property(fc.array(step), fc.array(step), (kept, dropped) => {
        const store = storeAt();
        const first = store.begin();
        for (const run of kept) run(first);
        first.commit();
        const before = store.begin();
        const expected = picture(before);
        before.rollback();

        const undone = store.begin();
        for (const run of dropped) run(undone);
        undone.rollback();
        expect(picture(store.begin())).toEqual(expected);
      }),
    );
  });

  it('shows at each time the last version written until then', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 40n }), action), { maxLength: 30 }),
        (events) => {
          const store = storeAt();
          const transaction = store.begin();
          const model = new Map<string, [at: bigint, deletes: boolean, value: bigint]>();
          events.forEach(([at, what], index) => {
            transaction.insert(key(1n), at, what, n(BigInt(index)));
            const deletes = what === 'delete';
            // One event stands at one time: the last that was put there.
            model.set(String(at), [at, deletes, BigInt(index)]);
          });
          const timeline = [...model.values()].sort((a, b) => Number(a[0] - b[0]));
          for (let at = -1n; at <= 41n; at++) {
            const last = timeline.findLast(([time]) => time <= at);
            const expected = last === undefined || last[1] ? undefined : last[2];
            expect(transaction.read(key(1n), at)?.fields.get('n')).toBe(expected);
          }
        },
      ),
    );
  });

  it('lets a transaction see its own writes, and reads of the past none of them', () => {
    const store = storeAt();
    const transaction = store.begin();
    transaction.write(key(1n), 'create', n(1n));
    expect(transaction.read(key(1n))?.at).toBe(transaction.commitTime);
    expect(transaction.read(key(1n), transaction.commitTime)).toBeDefined();
    expect(transaction.read(key(1n), transaction.snapshot - 1n)).toBeUndefined();
  });

  it('keeps one version of a document that a transaction writes twice', () => {
    const transaction = storeAt().begin();
    transaction.write(key(1n), 'create', n(1n));
    transaction.write(key(1n), 'update', n(2n));
    expect(transaction.history(key(1n)).map(({ fields }) => fields)).toEqual([n(2n)]);
  });

  it('finds no document from its ttl on, but did before', () => {
    const clock = { now: START };
    const store = storeAt(clock);
    const write = store.begin();
    write.write(key(1n), 'create', Obj.of({ ttl: Time.ofMicros(START_MICROS + 5_000_000n) }));
    const written = write.commit();
    clock.now += 4_999;
    expect(store.begin().read(key(1n))).toBeDefined();
    store.close();
    clock.now += 1;
    const late = store.begin();
    expect(late.read(key(1n))).toBeUndefined();
    expect([...late.scan(0, USERS)]).toEqual([]);
    expect(late.read(key(1n), written)).toBeDefined();
  });

  it('does not find by name what the transaction itself made, until it is committed', () => {
    const store = storeAt();
    const first = store.begin();
    first.names.set('class', 0, 'users', 7n);
    expect(first.names.find('class', 0, 'users')).toBeUndefined();
    expect(first.names.current('class', 0, 'users')).toBe(7n);
    first.commit();
    expect(store.begin().names.find('class', 0, 'users')).toBe(7n);
  });

  it('scans ids in any stretch and both directions', () => {
    const ids = fc.uniqueArray(fc.bigInt({ min: -20n, max: 20n }));
    const bound = fc.option(fc.bigInt({ min: -25n, max: 25n }), { nil: undefined });
    fc.assert(
      fc.property(ids, bound, bound, fc.boolean(), (all, from, to, descending) => {
        const transaction = storeAt().begin();
        for (const one of all) transaction.write(key(one), 'create', EMPTY);
        const expected = [...all]
          .sort((a, b) => Number(a - b))
          .filter((one) => (from === undefined || one >= from) && (to === undefined || one <= to));
        expect([...transaction.scanIds(0, USERS, { from, to, descending })]).toEqual(
          descending ? expected.reverse() : expected,
        );
      }),
    );
  });

  it('lets go of versions that were over before a time, once it has committed', () => {
    const store = storeAt();
    const first = store.begin();
    for (let at = 1n; at <= 40n; at++) first.insert(key(1n), at, 'update', n(at));
    first.forgetBefore(key(1n), 30n);
    expect(first.history(key(1n)).length).toBe(40);
    first.commit();
    const later = store.begin();
    expect(later.history(key(1n)).map(({ at }) => at)).toEqual([
      30n,
      31n,
      32n,
      33n,
      34n,
      35n,
      36n,
      37n,
      38n,
      39n,
      40n,
    ]);
  });

  it('tells observers what stood around each change', () => {
    const store = storeAt();
    const seen: unknown[] = [];
    store.observe((_, { previous, before, after, next }) =>
      seen.push([previous, before, after, next].map((version) => version?.fields.get('n'))),
    );
    const transaction = store.begin();
    transaction.insert(key(1n), 10n, 'create', n(10n));
    transaction.insert(key(1n), 30n, 'update', n(30n));
    transaction.insert(key(1n), 20n, 'update', n(20n));
    transaction.insert(key(1n), 20n, 'update', n(21n));
    transaction.remove(key(1n), 20n, 'create');
    transaction.write(key(1n), 'update', n(40n));
    expect(seen).toEqual([
      [undefined, undefined, 10n, undefined],
      [10n, undefined, 30n, undefined],
      [10n, undefined, 20n, 30n],
      [10n, 20n, 21n, 30n],
      [10n, 21n, undefined, 30n],
      [30n, undefined, 40n, undefined],
    ]);
  });

  it('has one open transaction at a time', () => {
    const store = storeAt();
    const transaction = store.begin();
    expect(() => store.begin()).toThrow('a transaction is open');
    transaction.commit();
    expect(() => transaction.rollback()).toThrow('has ended');
    store.begin().rollback();
  });

  it('counts a generation for schema, not for documents', () => {
    const store = storeAt();
    const documents = store.begin();
    documents.write(key(1n), 'create', EMPTY);
    documents.commit();
    const before = store.schemaGeneration;
    const schema = store.begin();
    schema.write({ scope: 0, collection: INDEXES, id: 1n }, 'create', EMPTY);
    schema.commit();
    expect([before, store.schemaGeneration]).toEqual([0, 1]);
  });
});

describe('an index partition', () => {
  it('shows at each time what is in it, in order, from any place', () => {
    const events = fc.array(fc.tuple(id, fc.bigInt({ min: 0n, max: 9n }), fc.boolean()));
    fc.assert(
      fc.property(events, id, fc.bigInt({ min: 0n, max: 9n }), fc.boolean(), (all, place, at, descending) => {
        const transaction = storeAt().begin();
        const index = transaction.partition(0, INDEXES_OWN, 'terms', order);
        const present = new Map<bigint, boolean>();
        // By time and, at one time, removals first: the order in which an index applies them.
        const sorted = [...all].sort((a, b) => Number(a[1] - b[1]) || Number(a[2]) - Number(b[2]));
        for (const [value, when, add] of all) index[add ? 'add' : 'remove'](entry(value), when);
        for (const [value, when, add] of sorted) if (when <= at) present.set(value, add);
        const live = [...present].filter(([, here]) => here).map(([value]) => value);
        const expected = live
          .filter((value) => (descending ? value <= place : value >= place))
          .sort((a, b) => Number(descending ? b - a : a - b));
        const seek = (one: IndexEntry): number => Number(valueOf(one) - place);
        expect([...index.scan({ at, seek, descending })].map(({ values }) => values[0])).toEqual(expected);
      }),
    );
  });

  it('lists its events by time in both directions, also those that come after it was first asked', () => {
    const transaction = storeAt().begin();
    const index = transaction.partition(0, INDEXES_OWN, '', order);
    index.add(entry(2n), 10n);
    expect([...index.events()].length).toBe(1);
    index.add(entry(1n), 10n);
    index.remove(entry(2n), 5n);
    index.add(entry(3n), 20n);
    index.forget(entry(3n), 20n, 'add');
    const shown = (descending: boolean): unknown[] =>
      [...index.events({ descending })].map((event) => [event.at, event.action, event.entry.values[0]]);
    const expected = [
      [5n, 'remove', 2n],
      [10n, 'add', 1n],
      [10n, 'add', 2n],
    ];
    expect(shown(false)).toEqual(expected);
    expect(shown(true)).toEqual(expected.reverse());
  });
});

const INDEXES_OWN = 1n;
