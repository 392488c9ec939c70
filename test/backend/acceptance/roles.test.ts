import { beforeEach, describe, expect, it } from 'vitest';
import { DENIED, failed, lambda, o, select, TestDatabase, type Query } from './database.ts';

// The core's `queries/ABACSpec.scala` (spec 6.6). AB-21 is in `indexes.test.ts`.
const users = { collection: 'users' };
const posts = { collection: 'posts' };
const document = (id: string, collection: Query = posts): Query => ({ ref: collection, id });
const past = { '@ts': '2020-12-31T23:59:00Z' };
const insert = (target: Query, action = 'create'): Query => ({ insert: target, ts: past, action });

describe('ABACSpec', () => {
  let db: TestDatabase;
  let server: string;
  let admin: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    admin = await db.key('admin');
    for (const name of ['users', 'posts']) await db.ok(server, { create_collection: o({ name }) });
    await db.user(server, '1', { vip: true });
    await db.user(server, '2', { vip: false });
  });

  const status = async (secret: string, query: Query): Promise<number> =>
    (await db.query(secret, query)).status;
  /** Gives members of `users` a role; each privilege is a resource with its actions. */
  async function grant(
    privileges: readonly (readonly [resource: Query, actions: Readonly<Record<string, Query>>])[],
    predicate?: Query,
  ): Promise<void> {
    await db.ok(admin, {
      create_role: o({
        name: 'r',
        membership: [o({ resource: users, ...(predicate === undefined ? {} : { predicate }) })],
        privileges: privileges.map(([resource, actions]) => o({ resource, actions: o(actions) })),
      }),
    });
  }
  /** A token of user 1, a key scoped to him, and a key with the role. */
  async function callers(): Promise<readonly string[]> {
    const roleKey = await db.ownKey(admin, { role: 'r' });
    return [await db.token(server, document('1', users)), `${server}:@doc/users/1`, roleKey];
  }
  /** The status that each of the callers gets; one number if it is the same. */
  async function statuses(query: Query): Promise<number | readonly number[]> {
    const found: number[] = [];
    for (const secret of await callers()) found.push(await status(secret, query));
    return new Set(found).size === 1 ? (found[0] ?? 0) : found;
  }

  it('AB-1 a token does not update itself', async () => {
    const token = await db.token(server, document('1', users));
    expect(await db.query(token, { update: { current_token: null }, params: o({}) })).toMatchObject(
      failed(403, DENIED),
    );
  });

  it('AB-2 a collection has 64 roles at most', async () => {
    const role = (index: number): Query => ({
      create_role: o({ name: `r${String(index)}`, membership: o({ resource: users }) }),
    });
    for (let index = 0; index < 64; index += 1) await db.ok(admin, role(index));
    expect(await db.query(admin, role(64))).toMatchObject({
      status: 400,
      errors: [
        {
          position: ['create_role'],
          failures: [
            {
              code: 'resources exceeded',
              description: 'Maximum number of roles per membership class exceeded. Maximum allowed: 64.',
            },
          ],
        },
      ],
    });
    await db.ok(admin, { delete: { role: 'r0' } });
    expect(await status(admin, role(64))).toBe(201);
  });

  it('AB-3 a privilege needs no actions', async () => {
    expect(await status(admin, { create_role: o({ name: 'x', privileges: o({ resource: posts }) }) })).toBe(
      201,
    );
  });

  it('AB-4 a role needs no privileges', async () => {
    await db.ok(admin, { create_role: o({ name: 'r' }) });
    const secret = await db.ownKey(admin, { role: 'r' });
    expect(await db.ok(secret, { let: { x: 1 }, in: { var: 'x' } })).toBe(1);
    expect(await status(secret, { get: document('1', users) })).toBe(403);
  });

  it('AB-5 identity in a read predicate', async () => {
    await grant([[users, { read: lambda('ref', { equals: [{ var: 'ref' }, { identity: null }] }) }]]);
    const token = await db.token(server, document('1', users));
    expect(await status(token, { get: document('1', users) })).toBe(200);
    expect(await status(token, { get: document('2', users) })).toBe(403);
  });

  it('AB-6 a membership predicate reads the document', async () => {
    const vip = lambda('ref', select({ get: { var: 'ref' } }, 'data', 'vip'));
    await grant([[posts, { create: true }]], vip);
    expect(await status(await db.token(server, document('1', users)), { create: posts })).toBe(201);
    expect(await status(await db.token(server, document('2', users)), { create: posts })).toBe(403);
  });

  it('AB-7 identity in a membership predicate', async () => {
    await grant([[posts, { create: true }]], lambda('ref', { equals: [{ var: 'ref' }, { identity: null }] }));
    expect(await status(await db.token(server, document('1', users)), { create: posts })).toBe(201);
  });

  const own = document('1', users);
  const fiveCalls: readonly (readonly [name: string, query: Query])[] = [
    ['get', { get: own }],
    ['events', { paginate: own, events: true }],
    ['update', { update: own, params: o({}) }],
    ['insert', insert(own)],
    ['delete', { delete: own }],
  ];
  it('AB-8 without a grant nobody does anything to his own document', async () => {
    for (const secret of [await db.token(server, own), `${server}:@doc/users/1`])
      for (const [name, query] of fiveCalls) expect([name, await status(secret, query)]).toEqual([name, 403]);
  });

  it('AB-9 with all grants he does', async () => {
    await grant([
      [users, { read: true, history_read: true, write: true, history_write: true, delete: true }],
    ]);
    const secret = await db.token(server, own);
    for (const [name, query] of fiveCalls) expect([name, await status(secret, query)]).toEqual([name, 200]);
  });

  describe('with an index', () => {
    const match = (terms?: Query): Query => ({
      match: { index: 'by_n' },
      ...(terms === undefined ? {} : { terms }),
    });
    beforeEach(async () => {
      await db.ok(server, {
        create_index: o({ name: 'by_n', source: posts, terms: [o({ field: ['data', 'n'] })] }),
      });
      for (const n of [1, 2])
        await db.ok(server, { create: document(String(n)), params: o({ data: o({ n }) }) });
    });
    const ids = async (secret: string, set: Query): Promise<unknown> =>
      db.ok(secret, {
        map: { lambda: 'r', expr: select({ var: 'r' }, 'id') },
        collection: { paginate: set },
      });

    it('AB-10 unrestricted_read shows refs of what may not be read', async () => {
      await grant([[{ index: 'by_n' }, { unrestricted_read: true }]]);
      for (const secret of await callers()) {
        expect(await ids(secret, match(1))).toEqual({ data: ['1'] });
        expect(await status(secret, { get: document('1') })).toBe(403);
      }
    });

    it('AB-11 unrestricted_read with a predicate on the terms', async () => {
      await grant([[{ index: 'by_n' }, { unrestricted_read: lambda(['n'], { equals: [{ var: 'n' }, 1] }) }]]);
      expect(await statuses({ paginate: match(1) })).toBe(200);
      expect(await statuses({ paginate: match(2) })).toBe(403);
    });

    it('AB-12 documents are those that may be read', async () => {
      const token = await db.token(server, own);
      expect(await ids(token, { documents: posts })).toEqual({ data: [] });
      await grant([[posts, { read: true }]]);
      expect(await ids(token, { documents: posts })).toEqual({ data: ['1', '2'] });
    });

    it('AB-13 unrestricted_read of a collection fills the page, but reads no document', async () => {
      await grant([[posts, { unrestricted_read: true }]]);
      for (const secret of await callers()) {
        expect(await ids(secret, { documents: posts })).toEqual({ data: ['1', '2'] });
        expect(await db.query(secret, { get: { documents: posts } })).toMatchObject(failed(403, DENIED));
      }
    });

    it.each([
      ['AB-14 false', false, []],
      ['AB-14 true', true, ['1', '2']],
    ])('%s as its predicate', async (_, answer, expected) => {
      await grant([[posts, { unrestricted_read: lambda('_', answer) }]]);
      for (const secret of await callers())
        expect(await ids(secret, { documents: posts })).toEqual({ data: expected });
    });

    it('AB-19 read decides about match', async () => {
      await grant([
        [{ index: 'by_n' }, { read: true }],
        [posts, { read: true }],
      ]);
      for (const secret of await callers()) expect(await ids(secret, match(1))).toEqual({ data: ['1'] });
      await db.ok(admin, { delete: { role: 'r' } });
      expect(await db.query(await db.token(server, own), { paginate: match(1) })).toMatchObject(
        failed(403, DENIED, ['paginate']),
      );
    });

    it('AB-20 with a predicate on the terms', async () => {
      await grant([
        [{ index: 'by_n' }, { read: lambda('terms', { equals: [{ var: 'terms' }, [1]] }) }],
        [posts, { read: true }],
      ]);
      expect(await statuses({ paginate: match(1) })).toBe(200);
      expect(await statuses({ paginate: match(2) })).toBe(403);
    });

    it('AB-22 a predicate may use an index that the caller may not', async () => {
      await grant([[posts, { read: lambda('ref', { exists: match(1) }) }]]);
      expect(await statuses({ get: document('1') })).toBe(200);
      expect(await statuses({ paginate: match(1) })).toBe(403);
    });
  });

  describe('with documents', () => {
    beforeEach(async () => {
      for (const id of ['1', '2', '3'])
        await db.ok(server, { create: document(id), params: o({ data: o({ n: 1 }) }) });
    });
    const nine = (id: string): readonly (readonly [name: string, query: Query, ok: number])[] => [
      ['read', { get: document(id) }, 200],
      ['history_read', { paginate: document(id), events: true }, 200],
      ['write by update', { update: document(id), params: o({}) }, 200],
      ['write by replace', { replace: document(id), params: o({}) }, 200],
      ['history_write by insert', insert(document(id)), 200],
      ['history_write by remove', { remove: document(id), ts: past, action: 'create' }, 200],
      ['create', { create: posts }, 201],
      ['create_with_id', { create: document(`9${id}`) }, 201],
      ['delete', { delete: document(id) }, 200],
    ];
    const full = {
      read: true,
      write: true,
      create: true,
      create_with_id: true,
      delete: true,
      history_read: true,
      history_write: true,
    };

    it('AB-15 all is refused without a grant', async () => {
      await grant([]);
      for (const secret of await callers())
        for (const [name, query] of nine('1'))
          expect([name, await status(secret, query)]).toEqual([name, 403]);
    });

    it('AB-15 all is fine with one', async () => {
      await grant([[posts, full]]);
      let id = 0;
      for (const secret of await callers())
        for (const [name, query, ok] of nine(String((id += 1) > 3 ? 1 : id)))
          expect([name, await status(secret, query)]).toEqual([name, ok]);
    });

    it('AB-16 a write predicate of three parameters is told the ref', async () => {
      const isFirst = { equals: [select({ var: 'ref' }, 'id'), '1'] };
      await grant([[posts, { write: lambda(['old', 'new', 'ref'], isFirst) }]]);
      expect(await statuses({ update: document('1'), params: o({}) })).toBe(200);
      expect(await statuses({ update: document('2'), params: o({}) })).toBe(403);
    });

    it('AB-17 predicates see what is there and what is to be', async () => {
      const grows = { lt: [select({ var: 'old' }, 'data', 'n'), select({ var: 'new' }, 'data', 'n')] };
      const isOne = (value: Query): Query => ({ equals: [value, '1'] });
      await grant([
        [
          posts,
          {
            read: lambda('ref', isOne(select({ var: 'ref' }, 'id'))),
            write: lambda(['old', 'new'], grows),
            create: lambda('new', { equals: [select({ var: 'new' }, 'data', 'n'), 7] }),
            create_with_id: lambda(['new', 'ref'], isOne(select({ var: 'ref' }, 'id'))),
            delete: lambda('ref', isOne(select({ var: 'ref' }, 'id'))),
            history_read: lambda('ref', isOne(select({ var: 'ref' }, 'id'))),
            history_write: lambda(['ref', 'ts', 'action', 'data'], {
              and: [{ equals: [{ var: 'action' }, 'create'] }, { equals: [{ var: 'ts' }, past] }],
            }),
          },
        ],
      ]);
      const write = (id: string, n: number): Query => ({
        update: document(id),
        params: o({ data: o({ n }) }),
      });
      const create = (n: number): Query => ({ create: posts, params: o({ data: o({ n }) }) });
      expect(await statuses({ get: document('1') })).toBe(200);
      expect(await statuses({ get: document('2') })).toBe(403);
      expect(await statuses(write('2', 0))).toBe(403);
      let n = 1;
      for (const secret of await callers()) expect(await status(secret, write('2', (n += 1)))).toBe(200);
      expect(await statuses(create(7))).toBe(201);
      expect(await statuses(create(8))).toBe(403);
      expect(await statuses({ paginate: document('1'), events: true })).toBe(200);
      expect(await statuses({ paginate: document('2'), events: true })).toBe(403);
      expect(await statuses(insert(document('3')))).toBe(200);
      expect(await statuses(insert(document('3'), 'delete'))).toBe(403);
      expect(await statuses({ delete: document('2') })).toBe(403);
      const [token = ''] = await callers();
      expect(await status(token, { delete: document('1') })).toBe(200);
      expect(await status(token, { create: document('1') })).toBe(201);
      expect(await status(token, { create: document('77') })).toBe(403);
    });

    it('AB-18 history_read alone pages events', async () => {
      await grant([[posts, { history_read: true }]]);
      expect(await statuses({ paginate: document('1'), events: true })).toBe(200);
      expect(await statuses({ get: document('1') })).toBe(403);
    });
  });

  describe('with functions', () => {
    const call = (argument: Query = []): Query => ({ call: { function: 'f' }, arguments: argument });
    const make = async (name: string, expr: Query, role?: string): Promise<void> => {
      const body = lambda('x', expr);
      await db.ok(admin, { create_function: o({ name, body, ...(role === undefined ? {} : { role }) }) });
    };

    it('AB-23 call decides about calls', async () => {
      await make('f', 1);
      await db.ok(admin, { create_role: o({ name: 'none' }) });
      expect(await status(await db.ownKey(admin, { role: 'none' }), call())).toBe(403);
      await grant([[{ function: 'f' }, { call: true }]]);
      expect(await statuses(call())).toBe(200);
    });

    it('AB-24 with a predicate on the argument', async () => {
      await make('f', 1);
      await grant([
        [{ function: 'f' }, { call: lambda(['a', 'b'], { equals: [{ var: 'a' }, { var: 'b' }] }) }],
      ]);
      expect(await statuses(call([1, 1]))).toBe(200);
      expect(await statuses(call([1, 2]))).toBe(403);
    });

    it('AB-25 a predicate may call a function that reads, and fails with one that writes', async () => {
      await make('reads', { exists: document('1', users) });
      await make('writes', { do: [{ create: posts }, true] });
      const calls = (name: string): Query => lambda('ref', { call: { function: name } });
      await grant([[users, { read: calls('reads'), delete: calls('writes') }]]);
      expect(await statuses({ get: document('1', users) })).toBe(200);
      expect(await statuses({ delete: document('2', users) })).toBe(403);
    });

    it('AB-26 whatever role that function has', async () => {
      await make('writes', { do: [{ create: posts }, true] }, 'admin');
      await grant([[users, { read: lambda('ref', { call: { function: 'writes' } }) }]]);
      expect(await statuses({ get: document('1', users) })).toBe(403);
    });
  });

  const schemaCalls: readonly (readonly [name: string, query: Query, ok: number])[] = [
    ['get', { get: posts }, 200],
    ['paginate', { paginate: { collections: null } }, 200],
    ['create', { create_collection: o({ name: 'fresh' }) }, 201],
    ['update', { update: posts, params: o({ data: o({ x: 1 }) }) }, 200],
    ['delete', { delete: { collection: 'fresh' } }, 200],
  ];
  it('AB-27 grants on the collections collection', async () => {
    const token = await db.token(server, own);
    for (const [name, query] of schemaCalls.slice(0, 4))
      expect([name, await status(token, query)]).toEqual([name, 403]);
    await grant([[{ collections: null }, { read: true, create: true, write: true, delete: true }]]);
    for (const [name, query, ok] of schemaCalls)
      expect([name, await status(token, query)]).toEqual([name, ok]);
  });

  it('AB-28 with predicates on collection documents', async () => {
    const isPosts = lambda('ref', { equals: [{ var: 'ref' }, posts] });
    await grant([[{ collections: null }, { read: isPosts }]]);
    expect(await statuses({ get: posts })).toBe(200);
    expect(await statuses({ get: users })).toBe(403);
  });
});
