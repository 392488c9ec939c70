import { beforeEach, describe, expect, it } from 'vitest';
import { failed, gives, o, pick, ref, select, TestDatabase, type Query } from './database.ts';

// The core's `queries/EventSpec.scala`, and cursors of `queries/ReadFunctionsSpec.scala` (spec 6.9, 6.11).
describe('events and cursors', () => {
  let db: TestDatabase;
  let server: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    await db.ok(server, { create_collection: o({ name: 'users', history_days: 30 }) });
    await db.ok(server, {
      create_index: o({
        name: 'by_a',
        source: users,
        terms: [o({ field: ['data', 'a'] })],
        values: [o({ field: ['data', 'b'] })],
      }),
    });
    const data = (value: object): Query => o({ data: o({ ...value }) });
    await db.ok(server, { create: alice, params: data({ a: 1, b: 2 }) });
    db.pass(1);
    await db.ok(server, { update: alice, params: data({ b: 3 }) });
    db.pass(1);
    await db.ok(server, { delete: alice });
  });

  const users = { collection: 'users' };
  const alice = ref('users', '1');
  const byA = { match: { index: 'by_a' }, terms: 1 };
  const page = async (
    set: Query,
    version?: '2.0' | '2.1' | '2.7',
    more: object = {},
  ): Promise<readonly unknown[]> => {
    const answer = await db.query(server, { paginate: set, events: true, ...more }, version);
    const data = pick(answer.resource, 'data');
    if (!Array.isArray(data)) throw new Error(JSON.stringify(answer));
    return data;
  };
  const shapes = (events: readonly unknown[]): readonly unknown[] =>
    events.map((event) => [Object.keys(Object(event)).join(' '), pick(event, 'action')]);

  it('EV-1 in version 2.0 a document’s events have ts, action, resource', async () => {
    expect(shapes(await page(alice, '2.0'))).toEqual([
      ['ts action resource', 'create'],
      ['ts action resource', 'create'],
      ['ts action resource', 'delete'],
    ]);
  });
  it('EV-2 a set’s have their values, too', async () => {
    expect(shapes(await page(byA, '2.0'))).toEqual([
      ['ts action resource values', 'create'],
      ['ts action resource values', 'delete'],
      ['ts action resource values', 'create'],
      ['ts action resource values', 'delete'],
    ]);
  });
  it('EV-3 cursors need no resource', async () => {
    const [, second] = await page(alice, '2.0');
    const after = o({ ts: Number(pick(second, 'ts')), action: 'create' });
    expect(await page(alice, '2.0', { after })).toHaveLength(2);
  });

  it.each<readonly [string, Query, object]>([
    [
      'EV-4 events and documents do not mix',
      { union: [{ events: byA }, byA] },
      failed(400, 'invalid argument', ['paginate', 'union']),
    ],
    [
      'EV-5 events of events are none',
      { events: { events: byA } },
      failed(400, 'invalid argument', ['paginate']),
    ],
    ['EV-6 two sets of events are one', { union: [{ events: byA }, { events: byA }] }, { status: 200 }],
  ])('%s', async (_row, set, expected) => {
    expect(await db.query(server, { paginate: set })).toMatchObject(expected);
  });

  const inVersion = (version: '2.1' | '2.7', word: string): void => {
    it(`EV-7 a set’s events in version ${version}`, async () => {
      const keys = `ts action ${word} data`;
      expect(shapes(await page(byA, version))).toEqual([
        [keys, 'add'],
        [keys, 'remove'],
        [keys, 'add'],
        [keys, 'remove'],
      ]);
    });
    it(`EV-8 a singleton’s in version ${version}`, async () => {
      const keys = `ts action ${word}`;
      expect(shapes(await page({ singleton: alice }, version))).toEqual([
        [keys, 'add'],
        [keys, 'remove'],
      ]);
    });
    it(`EV-9 a document’s in version ${version}, with the data that each set, and none in cursors`, async () => {
      const events = await page(alice, version);
      expect(shapes(events)).toEqual(
        ['create', 'update', 'delete'].map((action) => [`ts action ${word} data`, action]),
      );
      expect(events.map((event) => pick(event, 'data'))).toEqual([{ a: 1, b: 2 }, { b: 3 }, null]);
      const answer = await db.query(server, { paginate: { events: alice }, size: 1 }, version);
      expect(Object.keys(Object(pick(answer.resource, 'after')))).toEqual(['ts', 'action', word]);
    });
  };
  inVersion('2.1', 'instance');
  inVersion('2.7', 'document');

  describe('cursors', () => {
    beforeEach(async () => {
      for (const id of ['11', '12', '13'])
        await db.ok(server, { create: ref('users', id), params: o({ data: o({ a: 5, b: Number(id) }) }) });
    });
    const documents = { documents: users };
    const count = async (paged: object): Promise<unknown> => {
      const answer = await db.query(server, { count: select({ paginate: documents, ...paged }, 'data') });
      return answer.resource ?? answer.errors;
    };
    const time = { '@ts': '2021-01-01T00:00:00.5Z' };

    it.each<readonly [string, object, number]>([
      ['RD-15 RD-19 null, after', { after: null }, 0],
      ['RD-15 RD-19 null, before', { before: null }, 3],
      ['RD-15 RD-19 a number', { after: 0, events: true }, 5],
      ['RD-15 RD-19 an event', { after: o({ ts: 0 }), events: true }, 5],
      ['RD-15 RD-19 a time', { after: time, events: true }, 4],
      ['RD-15 RD-19 a time, before', { before: time, events: true }, 1],
      ['RD-15 RD-19 a date', { before: { '@date': '2021-01-01' }, events: true }, 0],
      ['RD-15 RD-19 a ref', { after: ref('users', '12') }, 2],
      ['RD-17 an object with after', { cursor: o({ after: ref('users', '12') }) }, 2],
      ['RD-17 an object with before', { cursor: o({ before: ref('users', '12') }) }, 1],
      ['RD-17 no object: from the start', { cursor: null }, 3],
    ])('%s', async (_row, paged, expected) => {
      expect(await count(paged)).toBe(expected);
    });

    it.each<readonly [string, Query]>([
      ['of two', o({ after: 1, before: 2 })],
      ['of none', o({})],
      ['of another', o({ around: 1 })],
    ])('RD-18 a cursor object %s', async (_what, cursor) => {
      expect(await db.query(server, { paginate: documents, cursor })).toMatchObject(
        failed(400, 'invalid argument', ['cursor']),
      );
    });

    it.each<readonly [string, object]>([
      ['documents', documents],
      ['an index with a value', { match: { index: 'by_a' }, terms: 5 }],
    ])('RD-16 the cursors of %s lead through all of it, one by one', async (_what, set) => {
      const all = await db.ok(server, { paginate: set });
      const walked: unknown[] = [];
      let cursor: object = {};
      for (let pages = 0; pages < 4; pages += 1) {
        const answer = await db.ok(server, { paginate: set, size: 1, ...cursor });
        walked.push(...Object.values(Object(pick(answer, 'data'))));
        const after = pick(answer, 'after');
        if (after === undefined) break;
        cursor = { after };
      }
      expect(gives({ data: walked })).toEqual(gives(all));
      expect(walked).toHaveLength(3);
    });
  });
});
