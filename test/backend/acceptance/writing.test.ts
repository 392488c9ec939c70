import { beforeEach, describe, expect, it } from 'vitest';
import { DENIED, failed, lambda, o, pick, select, TestDatabase, type Query, keysOf } from './database.ts';

// The core's `queries/WriteFunctionsSpec.scala` (spec 6.10), but WR-45 … 56: `move-database.test.ts`. The index views of inserted and
// removed events (WR-29, 30, 33 … 35) are in `indexes.test.ts`, WR-42 … 44 in `basic-functions.test.ts`.
const users = { collection: 'users' };
const alice: Query = { ref: users, id: '1' };
const nowhere = { collection: 'nope' };
const past = { '@ts': '2020-12-31T00:00:00Z' };
const pastMicros = Date.UTC(2020, 11, 31) * 1000;

describe('WriteFunctionsSpec', () => {
  let db: TestDatabase;
  let server: string;
  let admin: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    admin = await db.key('admin');
    await db.ok(server, { create_collection: o({ name: 'users', history_days: 30 }) });
  });

  const make = async (data: Readonly<Record<string, Query>> = {}): Promise<void> => {
    await db.ok(server, { create: alice, params: o({ data: o(data) }) });
  };
  const failures = (answer: unknown): unknown => pick(answer, 'errors', 0, 'failures');

  it.each(['2.1', '2.7', '4'] as const)('WR-1 WR-57 creates with data (%s)', async (version) => {
    const params = o({ data: o({ a: 1 }), credentials: o({ password: 'pw' }), unknown: 1 });
    const made = await db.query(server, { create: users, params }, version);
    expect(made).toMatchObject({ status: 201, resource: { data: { a: 1 } } });
    expect(keysOf(made.resource)).toEqual(['ref', 'ts', 'data']);
    await db.user(server, '1');
    expect(await db.query(await db.token(server, alice), { create: users }, version)).toMatchObject(
      failed(403, DENIED, ['create']),
    );
    expect(await db.query(server, { create: nowhere }, version)).toMatchObject(
      failed(400, 'invalid ref', ['create']),
    );
  });

  it('WR-2 WR-58 a query sees the event of its own creation', async () => {
    const made: Query = {
      let: { x: { create: users } },
      in: { paginate: select({ var: 'x' }, 'ref'), events: true },
    };
    expect(pick(await db.ok(server, made), 'data', 0)).toMatchObject({ action: 'create' });
  });

  const schema: readonly (readonly [
    form: string,
    params: Readonly<Record<string, Query>>,
    kind: string,
    kind21: string,
  ])[] = [
    ['create_class', {}, 'Collection', 'Class'],
    ['create_collection', {}, 'Collection', 'Class'],
    ['create_database', {}, 'Database', 'Database'],
    ['create_index', { source: users }, 'Index', 'Index'],
    ['create_function', { body: lambda('x', 1) }, 'Function', 'Function'],
    ['create_role', {}, 'Role', 'Role'],
  ];
  it.each(schema)('WR-3 WR-13 WR-59 WR-60 %s, once', async (form, params, kind, kind21) => {
    const query = { [form]: o({ name: 'x', ...params }) };
    expect(await db.query(admin, query)).toMatchObject({ status: 201, resource: { name: 'x' } });
    for (const [version, word] of [
      ['2.1', kind21],
      ['2.7', kind],
    ] as const)
      expect(await db.query(admin, query, version)).toMatchObject({
        status: 400,
        errors: [
          { position: [form], code: 'instance already exists', description: `${word} already exists.` },
        ],
      });
  });

  it('WR-13 a taken id is refused', async () => {
    await make();
    expect(await db.query(server, { create: alice })).toMatchObject({
      status: 400,
      errors: [
        { position: ['create'], code: 'instance already exists', description: 'Document already exists.' },
      ],
    });
  });

  it('WR-4 reserved names', async () => {
    expect(await db.query(server, { create_class: o({ name: '_' }) })).toMatchObject({
      errors: [
        {
          position: ['create_class'],
          failures: [
            { field: ['name'], code: 'reserved name', description: 'Invalid name _. Reserved names: _.' },
          ],
        },
      ],
    });
  });

  it('WR-5 … WR-8 a query sees its own writes, but no new name', async () => {
    const steps: Query = {
      let: [
        { c: select({ create_collection: o({ name: 'fresh' }) }, 'ref') },
        { d: { create: { var: 'c' }, params: o({ data: o({ n: 1 }) }) } },
        { u: { update: select({ var: 'd' }, 'ref'), params: o({ data: o({ n: 2 }) }) } },
      ],
      in: [
        select({ get: select({ var: 'd' }, 'ref') }, 'data', 'n'),
        { exists: { documents: { var: 'c' } } },
      ],
    };
    expect(await db.ok(server, steps)).toEqual([2, true]);
    const byName = { do: [{ create_collection: o({ name: 'other' }) }, { create: { collection: 'other' } }] };
    expect(await db.query(server, byName)).toMatchObject(failed(400, 'invalid ref', ['do', 1, 'create']));
    expect(await db.ok(server, { exists: { collection: 'other' } })).toBe(false);
  });

  it('WR-9 documents of one query have one time, also where it is stored', async () => {
    const made = await db.ok(server, {
      let: { x: { create: users } },
      in: [{ var: 'x' }, { create: users, params: o({ data: o({ t: select({ var: 'x' }, 'ts') }) }) }],
    });
    expect(pick(made, 0, 'ts')).toBe(pick(made, 1, 'ts'));
    expect(pick(made, 1, 'data', 't')).toBe(pick(made, 1, 'ts'));
    const ref = pick(made, 1, 'ref');
    expect(await db.ok(server, { get: ref })).toEqual(pick(made, 1));
  });

  const writers: readonly (readonly [id: string, write: (params: Query) => Query])[] = [
    ['WR-10', (params) => ({ create: users, params })],
    ['WR-16', (params) => ({ update: alice, params })],
    ['WR-20', (params) => ({ replace: alice, params })],
  ];
  it.each(writers)('%s refs that do not resolve are refused with their place', async (_, write) => {
    await make();
    const params = o({ data: o({ bar: nowhere, list: [1, nowhere] }) });
    const answer = await db.query(server, { let: {}, in: write(params) });
    expect(answer).toMatchObject(failed(400, 'validation failed', ['in']));
    expect(failures(answer)).toEqual(
      [
        ['in', 'data', 'bar'],
        ['in', 'data', 'list', '1'],
      ].map((field) => ({ field, code: 'invalid reference', description: 'Cannot read reference.' })),
    );
  });

  it('WR-11 one failure for each element', async () => {
    const privileges = [o({ resource: nowhere }), o({ resource: nowhere })];
    const answer = await db.query(admin, { create_role: o({ name: 'x', privileges }) });
    expect(answer).toMatchObject(failed(400, 'validation failed'));
    expect(failures(answer)).toMatchObject([
      { field: ['privileges', '0', 'resource'] },
      { field: ['privileges', '1', 'resource'] },
    ]);
  });

  it('WR-12 WR-17 WR-27 WR-38 WR-40 refs into another database', async () => {
    await db.ok(admin, { create_database: o({ name: 'child' }) });
    await db.ok(`${admin}:child:admin`, { create_collection: o({ name: 'things' }) });
    const things: Query = { collection: 'things', scope: { database: 'child' } };
    const thing = { ref: things, id: '1' };
    const writes: readonly (readonly [form: string, query: Query])[] = [
      ['create', { create: things }],
      ['update', { update: thing }],
      ['replace', { replace: thing }],
      ['insert', { insert: thing, ts: 1, action: 'create' }],
      ['remove', { remove: thing, ts: 1, action: 'create' }],
      ['delete', { delete: thing }],
    ];
    for (const [form, query] of writes)
      expect(await db.query(admin, query)).toMatchObject({
        errors: [{ position: [form], code: 'invalid argument', description: 'Cannot write a scoped ref.' }],
      });
    expect(failures(await db.query(admin, { create: users, params: o({ data: o({ thing }) }) }))).toEqual([
      { field: ['data', 'thing'], code: 'invalid reference', description: 'Reference cannot be scoped.' },
    ]);
  });

  it('WR-14 update merges at every depth, null removes', async () => {
    await make({ a: o({ x: 1, y: 2 }), b: [1, 2], c: 3 });
    const data = o({ a: o({ x: null, z: 4 }), b: [null, 5, o({ n: null })], d: o({ e: null }) });
    expect(await db.ok(server, { update: alice, params: o({ data }) })).toMatchObject({
      data: { a: { y: 2, z: 4 }, b: [5, {}], c: 3, d: {} },
    });
    expect(keysOf(await db.ok(server, { update: alice, params: o({ data: null }) }))).toEqual(['ref', 'ts']);
    expect(await db.query(server, { update: { ref: nowhere, id: '1' } })).toMatchObject(
      failed(400, 'invalid ref', ['update']),
    );
  });

  it('WR-15 50 concurrent increments are 50', async () => {
    await make({ n: 0 });
    const increment = {
      update: alice,
      params: o({ data: o({ n: { add: [1, select({ get: alice }, 'data', 'n')] } }) }),
    };
    await Promise.all(Array.from({ length: 50 }, () => db.ok(server, increment)));
    expect(await db.ok(server, select({ get: alice }, 'data', 'n'))).toBe(50);
  });

  it('WR-18 replace drops the rest', async () => {
    await make({ a: 1 });
    expect(await db.ok(server, { replace: alice, params: o({ data: o({ b: 2 }) }) })).toMatchObject({
      data: { b: 2 },
    });
    expect(await db.ok(server, select({ get: alice }, 'data'))).toEqual({ b: 2 });
    expect(await db.query(server, { replace: { ref: nowhere, id: '1' } })).toMatchObject(
      failed(400, 'invalid ref', ['replace']),
    );
  });

  it('WR-19 a key with a bad secret', async () => {
    const key = pick(await db.ok(admin, { create_key: o({ role: 'server' }) }), 'ref');
    expect(await db.query(admin, { replace: key, params: o({ role: 'server', secret: 'x' }) })).toMatchObject(
      failed(400, 'validation failed'),
    );
  });

  const times: readonly (readonly [string, Query])[] = [
    ['a time', past],
    ['microseconds', pastMicros],
  ];
  it.each(times)('WR-21 WR-22 WR-31 WR-32 inserts and removes events at %s', async (_, ts) => {
    const params = o({ data: o({ a: 1 }) });
    expect(await db.ok(server, { insert: alice, ts, action: 'create', params })).toMatchObject({
      ts: pastMicros,
      action: 'create',
      data: { a: 1 },
    });
    expect(await db.ok(server, select({ get: alice }, 'data', 'a'))).toBe(1);
    const later = pastMicros + 1_000_000;
    expect(await db.ok(server, { insert: alice, ts: later, action: 'delete' })).toMatchObject({
      ts: later,
      action: 'delete',
      data: null,
    });
    expect(await db.ok(server, [{ exists: alice }, { exists: alice, ts }])).toEqual([false, true]);
    expect(await db.ok(server, { remove: alice, ts: later, action: 'delete' })).toBe(null);
    expect(await db.ok(server, { exists: alice })).toBe(true);
    expect(await db.ok(server, { remove: alice, ts: later, action: 'delete' })).toBe(null);
  });

  it('WR-23 WR-36 only user documents have events to insert and remove', async () => {
    for (const ref of [users, { ref: { tokens: null }, id: '1' }, { ref: { credentials: null }, id: '1' }]) {
      expect(await db.query(admin, { insert: ref, ts: 1, action: 'create' })).toMatchObject({
        errors: [
          { position: [], code: 'invalid argument', description: 'Cannot insert event for specified ref.' },
        ],
      });
      expect(await db.query(admin, { remove: ref, ts: 1, action: 'create' })).toMatchObject({
        errors: [
          { position: [], code: 'invalid argument', description: 'Cannot remove event for specified ref.' },
        ],
      });
    }
  });

  it('WR-24 no credentials come with an event', async () => {
    const params = o({ credentials: o({ password: 'pw' }) });
    await db.ok(server, { insert: alice, ts: past, action: 'create', params });
    expect(await db.query(server, { login: alice, params: o({ password: 'pw' }) })).toMatchObject(
      failed(400, 'authentication failed'),
    );
  });

  it('WR-25 keys may be inserted', async () => {
    const insert = {
      insert: { ref: { keys: null }, id: '1' },
      ts: past,
      action: 'create',
      params: o({ role: 'server' }),
    };
    expect(await db.query(admin, insert)).toMatchObject({ status: 200 });
  });

  it('WR-26 WR-28 WR-37 a target that does not resolve, a time that is to come', async () => {
    const target = { ref: nowhere, id: '1' };
    expect(await db.query(server, { insert: target, ts: 1, action: 'create' })).toMatchObject(
      failed(400, 'invalid ref', ['insert']),
    );
    expect(await db.query(server, { remove: target, ts: 1, action: 'create' })).toMatchObject(
      failed(400, 'invalid ref', ['remove']),
    );
    const soon = { '@ts': '2021-01-02T00:00:00Z' };
    expect(await db.query(server, { insert: alice, ts: soon, action: 'create' })).toMatchObject(
      failed(400, 'invalid write time'),
    );
  });

  it('WR-39 what is deleted is not there', async () => {
    await make();
    expect(await db.query(server, { delete: alice })).toMatchObject({ status: 200 });
    expect(await db.query(server, { get: alice })).toMatchObject(failed(404, 'instance not found'));
    expect(await db.query(server, { delete: alice })).toMatchObject(failed(404, 'instance not found'));
    expect(await db.query(server, { update: alice })).toMatchObject(
      failed(404, 'instance not found', ['update']),
    );
  });

  it('WR-41 deleting after updating gives what was updated', async () => {
    await make({ a: 1 });
    const update = { update: alice, params: o({ data: o({ a: 2 }) }) };
    expect(await db.ok(server, { do: [update, { delete: alice }] })).toMatchObject({ data: { a: 2 } });
  });

  it('writes happen at the snapshot only', async () => {
    await make();
    const at = (expr: Query): Query => ({ at: past, expr });
    const refused: readonly (readonly [query: Query, position: readonly string[]])[] = [
      [{ create: users }, ['expr', 'create']],
      [{ login: alice, params: o({ password: 'x' }) }, ['expr']],
    ];
    await db.ok(server, { update: alice, params: o({ credentials: o({ password: 'x' }) }) });
    for (const [query, position] of refused)
      expect(await db.query(server, at(query))).toMatchObject(failed(400, 'invalid write time', position));
    expect(await db.query(server, { at: { now: null }, expr: { create: users } })).toMatchObject({
      status: 201,
    });
  });
});
