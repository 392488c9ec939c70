import { beforeEach, describe, expect, it } from 'vitest';
import {
  DENIED,
  failed,
  gives,
  lambda,
  o,
  pick,
  ref,
  ROOT_SECRET,
  select,
  TestDatabase,
  type Query,
} from './database.ts';

// The core's `api/IndexSpec.scala` and what `queries/WriteFunctionsSpec.scala` and `ABACSpec.scala` say of indexes (spec
// 6.6, 6.10).
describe('indexes', () => {
  let db: TestDatabase;
  let server: string;
  let admin: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    admin = await db.key('admin');
    await db.ok(server, { create_collection: o({ name: 'users', history_days: 30 }) });
  });

  const source = { collection: 'users' };
  const field = (...path: readonly string[]): Query => o({ field: path });
  const index = (name: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
    db.ok(server, { create_index: o({ name, source, ...params }) });
  const create = (id: string, data: Readonly<Record<string, unknown>>): Promise<unknown> =>
    db.ok(server, { create: ref('users', id), params: o({ data: o(data) }) });
  const match = (name: string, terms?: Query): Query => ({
    match: { index: name },
    ...(terms === undefined ? {} : { terms }),
  });
  const ids = (set: Query): Query =>
    select({ paginate: { filter: { lambda: '_', expr: true }, collection: set } }, 'data');
  const found = async (set: Query): Promise<unknown> =>
    db.ok(server, { map: { lambda: 'r', expr: select({ var: 'r' }, 'id') }, collection: ids(set) });
  const restSource = { '@ref': 'classes/users' };

  it('IX-1 lists them', async () => {
    const made = await index('a');
    expect(await db.rest(server, 'GET', '/indexes', undefined, '4')).toMatchObject(
      gives({ data: [pick(made, 'ref')] }),
    );
    const token = await db.token(server, await db.user(server, '1'));
    expect(await db.rest(token, 'GET', '/indexes')).toMatchObject(failed(403, DENIED, ['paginate']));
  });

  it('IX-2 reads one', async () => {
    await index('a');
    expect(await db.rest(server, 'GET', '/indexes/a')).toMatchObject({
      status: 200,
      resource: { name: 'a', active: true },
    });
    expect(await db.rest(server, 'GET', '/indexes/b')).toMatchObject({ status: 404 });
  });

  it.each([
    ['IX-3 a field or a binding', [{}], ['field'], 'value required'],
    ['IX-4 no text', 'x', ['terms'], 'invalid type'],
    ['IX-4 no number', 1, ['terms'], 'invalid type'],
  ])('%s is what a term needs', async (_row, terms, where, code) => {
    const answer = await db.rest(server, 'POST', '/indexes', { name: 'a', source: restSource, terms });
    expect(answer).toMatchObject({
      status: 400,
      errors: [{ code: 'validation failed', failures: [{ field: where, code }] }],
    });
  });

  it('IX-5 hides what is internal', async () => {
    const made = await index('a', { terms: [field('data', 'a')], hidden: true, collection_index: true });
    expect(Object.keys(Object(made))).toEqual([
      'ref',
      'ts',
      'active',
      'serialized',
      'name',
      'source',
      'terms',
      'partitions',
    ]);
  });

  it('IX-6 IX-11 PUT and PATCH rename', async () => {
    await index('a');
    expect(
      await db.rest(server, 'PUT', '/indexes/a', { name: 'b', source: restSource, active: true }),
    ).toMatchObject(gives({ name: 'b' }));
    expect(await db.rest(server, 'PATCH', '/indexes/b', { name: 'c' })).toMatchObject(gives({ name: 'c' }));
    expect([
      await db.ok(server, { exists: { index: 'a' } }),
      await db.ok(server, { exists: { index: 'c' } }),
    ]).toEqual([false, true]);
  });

  it('IX-7 the root makes them in its own database', async () => {
    await db.ok(ROOT_SECRET, { create_collection: o({ name: 'users' }) });
    expect(await db.rest(ROOT_SECRET, 'POST', '/indexes', { name: 'a', source: restSource })).toMatchObject({
      status: 201,
    });
    expect(await db.ok(server, { exists: { index: 'a' } })).toBe(false);
  });

  it('IX-8 IX-9 may be named as a collection is', async () => {
    await index('users');
    await create('1', {});
    expect(await found(match('users'))).toEqual(['1']);
  });

  it('IX-10 a name is taken once', async () => {
    await index('a');
    expect(await db.rest(server, 'POST', '/indexes', { name: 'a', source: restSource })).toMatchObject(
      failed(400, 'instance already exists', ['create']),
    );
  });

  it('IX-12 made again it finds what is there', async () => {
    await index('a', { terms: [field('data', 'a')] });
    await create('1', { a: 1 });
    await db.ok(server, { delete: { index: 'a' } });
    db.pass(1);
    await index('a', { terms: [field('data', 'b')] });
    await create('2', { b: 1 });
    expect(await found(match('a', 1))).toEqual(['2']);
  });

  it('IX-13 IX-17 a token neither reads nor changes one', async () => {
    await index('a');
    const token = await db.token(server, await db.user(server, '1'));
    expect(await db.rest(token, 'GET', '/indexes/a')).toMatchObject({ status: 403 });
    expect(await db.rest(token, 'PATCH', '/indexes/a', { name: 'b' })).toMatchObject({ status: 403 });
    expect(await db.rest(server, 'PATCH', '/indexes/a', { name: 'b' })).toMatchObject({ status: 200 });
  });

  it('IX-14 leaves out a null under a single term', async () => {
    await index('a', { terms: [field('data', 'a')] });
    await create('1', {});
    await create('2', { a: 1 });
    expect([await found(match('a', null)), await found(match('a', 1))]).toEqual([[], ['2']]);
  });

  it('IX-15 IX-16 keeps some nulls of several terms, not all of them', async () => {
    await index('a', { terms: [field('data', 'a'), field('data', 'b')] });
    await create('1', { a: 1 });
    await create('2', { b: 2 });
    await create('3', {});
    expect(await found(match('a', [1, null]))).toEqual(['1']);
    expect(await found(match('a', [null, 2]))).toEqual(['2']);
    expect(await found(match('a', [null, null]))).toEqual([]);
  });

  it('IX-18 is deleted', async () => {
    await index('a');
    expect(await db.rest(server, 'DELETE', '/indexes/a')).toMatchObject({ status: 200 });
    expect(await db.rest(server, 'GET', '/indexes/a')).toMatchObject({ status: 404 });
    expect(await db.query(server, { paginate: match('a') })).toMatchObject(
      failed(400, 'invalid ref', ['paginate', 'match']),
    );
  });

  describe('with events put in and taken out', () => {
    const alice = ref('users', '1');
    const at = (second: number): Query => ({ '@ts': `2020-12-31T00:00:0${String(second)}Z` });
    const event = (second: number, action: 'create' | 'delete', a?: number): Promise<unknown> =>
      db.ok(server, {
        insert: alice,
        ts: at(second),
        action,
        params: o(a === undefined ? {} : { data: o({ a }) }),
      });
    const remove = (second: number, action: 'create' | 'delete'): Promise<unknown> =>
      db.ok(server, { remove: alice, ts: at(second), action });
    const seen = (second: number, a: number): Promise<unknown> =>
      db.ok(server, { at: at(second), expr: { exists: match('by_a', a) } });
    const events = async (a: number): Promise<unknown> =>
      db.ok(server, {
        map: { lambda: 'e', expr: select({ var: 'e' }, 'action') },
        collection: select({ paginate: { events: match('by_a', a) } }, 'data'),
      });
    beforeEach(() => index('by_a', { terms: [field('data', 'a')] }));

    it('WR-29 an inserted creation is seen from its time on', async () => {
      await event(3, 'create', 1);
      expect([await seen(2, 1), await seen(3, 1), await found(match('by_a', 1))]).toEqual([
        false,
        true,
        ['1'],
      ]);
    });
    it('WR-30 an inserted deletion ends that', async () => {
      await event(3, 'create', 1);
      await event(5, 'delete');
      expect([await seen(4, 1), await seen(5, 1), await events(1)]).toEqual([true, false, ['add', 'remove']]);
    });
    it('WR-30 one between two versions moves the entry', async () => {
      await event(2, 'create', 1);
      await event(6, 'create', 3);
      await event(4, 'create', 2);
      expect([
        await seen(3, 1),
        await seen(5, 1),
        await seen(5, 2),
        await seen(7, 2),
        await seen(7, 3),
      ]).toEqual([true, false, true, false, true]);
    });
    it('WR-33 a removed creation takes its entry along', async () => {
      await event(3, 'create', 1);
      await remove(3, 'create');
      expect([await seen(3, 1), await events(1)]).toEqual([false, []]);
    });
    it('WR-34 a removed deletion brings it back', async () => {
      await event(3, 'create', 1);
      await event(5, 'delete');
      await remove(5, 'delete');
      expect([await seen(6, 1), await events(1)]).toEqual([true, ['add']]);
    });
    it('WR-35 a removed version between two gives the time to the one before it', async () => {
      await event(2, 'create', 1);
      await event(4, 'create', 2);
      await event(6, 'create', 3);
      await remove(4, 'create');
      expect([await seen(5, 1), await seen(5, 2), await seen(7, 3)]).toEqual([true, false, true]);
    });
  });

  it.each([1, 8])(
    'AB-21 a predicate on the terms decides, whatever the partitions (%i)',
    async (partitions) => {
      await index('by_a', { terms: [field('data', 'a')], partitions });
      const alice = await db.user(server, '1', { a: 1 });
      const allowed = lambda('terms', { equals: [select({ var: 'terms' }, 0), 1] });
      await db.ok(admin, {
        create_role: o({
          name: 'r',
          membership: o({ resource: source }),
          privileges: [
            o({ resource: { index: 'by_a' }, actions: o({ read: allowed }) }),
            o({ resource: source, actions: o({ read: true }) }),
          ],
        }),
      });
      for (const secret of [await db.token(server, alice), await db.ownKey(admin, { role: 'r' })]) {
        expect(await db.ok(secret, { count: match('by_a', 1) })).toBe(1);
        expect(await db.query(secret, { paginate: match('by_a', 2) })).toMatchObject(
          failed(403, DENIED, ['paginate']),
        );
      }
    },
  );
});
