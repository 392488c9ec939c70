import { beforeEach, describe, expect, it } from 'vitest';
import {
  DENIED,
  failed,
  o,
  pick,
  ROOT_SECRET,
  select,
  TestDatabase,
  text,
  UNAUTHORIZED,
  type Query,
  keysOf,
} from './database.ts';

// The core's `api/KeySpec.scala`, `documents/KeySpec.scala` and `queries/AuthSpec.scala:199` (spec 6.4).
describe('KeySpec', () => {
  let db: TestDatabase;
  let admin: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    admin = await db.key('admin');
  });

  const create = async (params: Readonly<Record<string, unknown>>, secret = admin): Promise<unknown> =>
    db.ok(secret, { create_key: o(params) });
  const pathOf = (key: unknown): string => `/keys/${text(key, 'ref', '@ref', 'id')}`;
  const soon = { '@ts': '2021-01-01T00:00:05Z' };

  it('KY-1 lists keys', async () => {
    const made = await create({ role: 'server' });
    expect(await db.rest(admin, 'GET', '/keys', undefined, '4')).toMatchObject({
      resource: { data: [pick(made, 'ref')] },
    });
  });

  it('KY-2 makes keys of known roles for known databases', async () => {
    const body = { role: 'server', database: { '@ref': 'databases/d' } };
    const made = await db.rest(ROOT_SECRET, 'POST', '/keys', body);
    expect(made).toMatchObject({
      status: 201,
      resource: { role: 'server', database: { '@ref': 'databases/d' } },
    });
    expect(text(made.resource, 'secret')).toMatch(/^fnA/);
    expect(await db.rest(ROOT_SECRET, 'POST', '/keys', { ...body, role: 'client' })).toMatchObject({
      status: 201,
    });
    expect(await db.rest(ROOT_SECRET, 'POST', '/keys', { ...body, role: 'foo' })).toMatchObject({
      status: 400,
    });
    expect(await db.rest(ROOT_SECRET, 'POST', '/keys', { ...body, database: 'd' })).toMatchObject({
      status: 400,
    });
  });

  it('KY-3 KY-24 a hash that a key of the same id has elsewhere is taken', async () => {
    const made = await create({ role: 'server' });
    const hashed = text(await db.ok(admin, { get: pick(made, 'ref') }), 'hashed_secret');
    const again = {
      create: { ref: { keys: null }, id: text(made, 'ref', '@ref', 'id') },
      params: o({ role: 'server', hashed_secret: hashed }),
    };
    expect(await db.query(ROOT_SECRET, again)).toMatchObject({
      status: 400,
      errors: [
        {
          position: ['create'],
          failures: [
            { field: ['hashed_secret'], code: 'duplicate value', description: 'Value is not unique.' },
          ],
        },
      ],
    });
  });

  it('KY-4 stores data', async () => {
    expect(await create({ role: 'server', data: o({ a: 1 }) })).toMatchObject({ data: { a: 1 } });
  });

  it('KY-5 shows no scope', async () => {
    expect(keysOf(await create({ role: 'server' }))).toEqual([
      'ref',
      'ts',
      'role',
      'secret',
      'hashed_secret',
    ]);
  });

  it.each(['server', 'client'])('KY-6 a %s key neither reads nor makes keys', async (role) => {
    const secret = await db.key(role);
    const made = await create({ role: 'server' });
    for (const ref of [pick(made, 'ref'), { ref: { keys: null }, id: '99' }])
      expect(await db.query(secret, { get: ref })).toMatchObject(failed(403, DENIED));
    expect(await db.query(secret, { create_key: o({ role: 'client' }) })).toMatchObject(
      failed(403, DENIED, ['create_key']),
    );
  });

  it('KY-7 shows the secret once', async () => {
    const made = await create({ role: 'server' });
    expect(text(made, 'secret')).toMatch(/^fnA.{37}$/);
    expect(keysOf(await db.ok(admin, { get: pick(made, 'ref') }))).toEqual([
      'ref',
      'ts',
      'role',
      'hashed_secret',
    ]);
  });

  it('KY-8 the root puts a deleted key back', async () => {
    const made = await create({ role: 'server', database: { database: 'd' } }, ROOT_SECRET);
    const { resource } = await db.rest(ROOT_SECRET, 'GET', pathOf(made));
    await db.rest(ROOT_SECRET, 'DELETE', pathOf(made));
    expect(await db.query(text(made, 'secret'), 1)).toMatchObject(UNAUTHORIZED);
    const body = {
      role: 'server',
      database: { '@ref': 'databases/d' },
      hashed_secret: text(resource, 'hashed_secret'),
    };
    expect(await db.rest(ROOT_SECRET, 'POST', pathOf(made), body)).toMatchObject({ status: 201 });
    expect(await db.query(text(made, 'secret'), 1)).toMatchObject({ status: 200 });
  });

  it('KY-9 an admin key neither replaces nor patches keys by path', async () => {
    const path = pathOf(await create({ role: 'server' }));
    for (const method of ['PUT', 'PATCH'] as const)
      expect(await db.rest(admin, method, path, { role: 'server' })).toMatchObject({
        status: 403,
        errors: [{ code: 'forbidden' }],
      });
  });

  it('KY-10 KY-11 nobody is answered with 401', async () => {
    const made = await create({ role: 'server' });
    await db.ok(admin, { delete: pick(made, 'ref') });
    for (const secret of [undefined, 'garbage', text(made, 'secret')])
      for (const path of ['/databases', '/databases/d', '/databases/d/events'])
        expect(await db.rest(secret, 'GET', path)).toMatchObject({ status: 401 });
  });

  it('KY-12 a token without a role and a client key read nothing', async () => {
    await db.ok(admin, { create_collection: o({ name: 'users' }) });
    await db.user(admin, '1');
    for (const secret of [
      await db.token(admin, { ref: { collection: 'users' }, id: '1' }),
      await db.key('client'),
    ])
      for (const path of ['/classes/users', '/classes/users/1', '/classes/users/1/events'])
        expect(await db.rest(secret, 'GET', path)).toMatchObject({ status: 403 });
  });

  it('KY-13 reads a key', async () => {
    expect(await db.rest(admin, 'GET', pathOf(await create({ role: 'server' })))).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ['KY-14', 'PUT'],
    ['KY-15', 'PATCH'],
  ] as const)(
    '%s the root hashes a given secret again by %s, and refuses a foreign one',
    async (_, method) => {
      const made = await create({ role: 'server', database: { database: 'd' } }, ROOT_SECRET);
      const body = { role: 'server', database: { '@ref': 'databases/d' } };
      const put = async (secret?: string): Promise<unknown> =>
        (
          await db.rest(ROOT_SECRET, method, pathOf(made), {
            ...body,
            ...(secret === undefined ? {} : { secret }),
          })
        ).resource;
      const hash = text(made, 'hashed_secret');
      expect(text(await put(), 'hashed_secret')).toBe(hash);
      const again = text(await put(text(made, 'secret')), 'hashed_secret');
      expect(again).not.toBe(hash);
      expect(await db.query(text(made, 'secret'), 1)).toMatchObject({ status: 200 });
      const foreign = { ...body, secret: text(await create({ role: 'server' }), 'secret') };
      expect(await db.rest(ROOT_SECRET, method, pathOf(made), foreign)).toMatchObject(
        failed(400, 'validation failed'),
      );
    },
  );

  it('KY-16 deletes a key', async () => {
    const made = await create({ role: 'server' });
    expect(await db.rest(admin, 'DELETE', pathOf(made))).toMatchObject({ status: 200 });
    expect(await db.rest(admin, 'GET', pathOf(made))).toMatchObject({ status: 404 });
    expect(await db.query(text(made, 'secret'), 1)).toMatchObject(UNAUTHORIZED);
  });

  it('KY-17 KY-18 KY-19 KY-20 a key ends with its ttl, whenever it got it', async () => {
    const first = await create({ role: 'server', ttl: soon });
    const second = await create({ role: 'server' });
    await db.ok(admin, { update: pick(second, 'ref'), params: o({ ttl: soon }) });
    for (const key of [first, second])
      expect(await db.query(text(key, 'secret'), 1)).toMatchObject({ status: 200 });
    db.pass(5);
    for (const key of [first, second]) {
      expect(await db.query(text(key, 'secret'), 1)).toMatchObject(UNAUTHORIZED);
      expect(await db.rest(admin, 'GET', pathOf(key))).toMatchObject({ status: 404 });
    }
  });

  it.each(['nonsense', 'fnAD-cAosAAAAAABAgMEBQYHCAkKCwwNDg8QERIT'])(
    'KY-21 refuses the secret %s',
    async (secret) => {
      expect(await db.query(admin, { create_key: o({ role: 'server', secret }) })).toMatchObject({
        status: 400,
        errors: [
          {
            position: ['create_key'],
            failures: [
              { field: ['secret'], code: 'invalid secret', description: 'Invalid secret at `List(secret)`' },
            ],
          },
        ],
      });
    },
  );

  it('KY-22 drops unknown fields', async () => {
    expect(keysOf(await create({ role: 'server', name: 'x' }))).not.toContain('name');
  });

  it.each([
    ['a ref', { role: 'reader' }],
    ['an array of refs', [{ role: 'reader' }]],
    ['a name', 'reader'],
  ])('KY-23 takes %s as a role', async (_, role) => {
    await db.ok(admin, { create_collection: o({ name: 'users' }) });
    await db.ok(admin, {
      create_role: o({
        name: 'reader',
        privileges: o({ resource: { collection: 'users' }, actions: o({ read: true }) }),
      }),
    });
    const secret = text(await create({ role }), 'secret');
    const document = { ref: { collection: 'users' }, id: '1' };
    expect(await db.query(secret, { get: document })).toMatchObject(failed(404, 'instance not found'));
    expect(await db.query(secret, { create: document })).toMatchObject(failed(403, DENIED, ['create']));
  });

  it('KY-25 KY-26 a key follows its database', async () => {
    await db.ok(ROOT_SECRET, { create_database: o({ name: 'e' }) });
    const made = await create({ role: 'admin', database: { database: 'd' } }, ROOT_SECRET);
    const secret = text(made, 'secret');
    await db.ok(secret, { create_collection: o({ name: 'in_d' }) });
    await db.ok(ROOT_SECRET, { update: pick(made, 'ref'), params: o({ database: { database: 'e' } }) });
    expect(await db.ok(secret, { exists: { collection: 'in_d' } })).toBe(false);
    await db.ok(ROOT_SECRET, { delete: { database: 'e' } });
    expect(await db.query(secret, 1)).toMatchObject(UNAUTHORIZED);
  });

  const schema: readonly (readonly [id: string, name: string, query: Query])[] = [
    ['KY-27', 'databases', { create_database: o({ name: 'x' }) }],
    ['KY-28', 'keys', { create_key: o({ role: 'client' }) }],
    ['KY-29', 'indexes', { create_index: o({ name: 'x', source: { tokens: null } }) }],
    ['KY-30', 'collections', { create_collection: o({ name: 'x' }) }],
  ];
  it.each(schema)('%s an admin key makes %s', async (_, _name, query) => {
    expect(await db.query(admin, query)).toMatchObject({ status: 201 });
  });

  it('KY-31 nobody changes the hash of a key', async () => {
    const made = await create({ role: 'server' });
    const hash = text(made, 'hashed_secret');
    const ref = pick(made, 'ref');
    await db.ok(admin, { update: ref, params: o({ hashed_secret: 'x' }) });
    await db.ok(admin, { replace: ref, params: o({ role: 'server', hashed_secret: 'x' }) });
    expect(await db.ok(admin, select({ get: ref }, 'hashed_secret'))).toBe(hash);
    expect(await db.query(text(made, 'secret'), 1)).toMatchObject({ status: 200 });
    const inserted = { ref: { keys: null }, id: '77' };
    await db.ok(admin, {
      insert: inserted,
      ts: { '@ts': '2020-12-31T23:59:59Z' },
      action: 'create',
      params: o({ role: 'server', hashed_secret: hash }),
    });
    expect(keysOf(await db.ok(admin, { get: inserted }))).toEqual(['ref', 'ts', 'role']);
  });
});
