import { beforeEach, describe, expect, it } from 'vitest';
import {
  DENIED,
  failed,
  lambda,
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

// The core's `api/DatabaseSpec.scala`, `api/CollectionSpec.scala`, functions (FN) and renames (CA) (spec 6.10, 6.11). DB-15
// is in `basic-functions.test.ts`.
describe('schema', () => {
  let db: TestDatabase;
  let server: string;
  let admin: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    admin = await db.key('admin');
  });

  describe('DatabaseSpec', () => {
    it('DB-1 DB-8 makes and lists databases, for admins only', async () => {
      expect(await db.rest(admin, 'POST', '/databases', { name: 'x' })).toMatchObject({ status: 201 });
      expect(await db.rest(admin, 'GET', '/databases')).toMatchObject({
        resource: { data: [{ '@ref': 'databases/x' }] },
      });
      expect(await db.rest(server, 'GET', '/databases')).toMatchObject({ status: 403 });
      expect(await db.rest(server, 'POST', '/databases', { name: 'y' })).toMatchObject(
        failed(403, DENIED, ['create']),
      );
    });

    it.each(['a/b', 'a:b', 'a\\b', 'a b', ''])('DB-2 refuses the name "%s"', async (name) => {
      expect(await db.rest(admin, 'POST', '/databases', { name })).toMatchObject({
        status: 400,
        errors: [{ failures: [{ field: ['name'], code: 'invalid characters' }] }],
      });
    });

    it('DB-3 reads it where it is, not from elsewhere', async () => {
      await db.ok(admin, { create_database: o({ name: 'x' }) });
      expect(await db.rest(admin, 'GET', '/databases/x')).toMatchObject({ status: 200 });
      expect(await db.rest(ROOT_SECRET, 'GET', '/databases/x')).toMatchObject({ status: 404 });
    });

    it('DB-4 DB-9 renames', async () => {
      await db.ok(admin, { create_database: o({ name: 'x' }) });
      expect(await db.rest(admin, 'PUT', '/databases/x', { name: 'y' })).toMatchObject({
        resource: { name: 'y' },
      });
      expect(await db.rest(admin, 'PATCH', '/databases/y', { name: 'z' })).toMatchObject({
        resource: { name: 'z' },
      });
      expect(await db.rest(admin, 'GET', '/databases/x')).toMatchObject({ status: 404 });
      expect((await db.query(`${admin}:z:admin`, 1)).status).toBe(200);
    });

    it('DB-5 DB-6 shows data and the global id, no internals', async () => {
      const made = await db.ok(admin, { create_database: o({ data: o({ a: 1 }), name: 'x' }) });
      expect(keysOf(made)).toEqual(['ref', 'ts', 'data', 'name', 'global_id']);
      expect(text(made, 'global_id')).toMatch(/^[ybndrfg8ejkmcpqxot1uwisza345h769]{13}$/);
      expect(await db.ok(admin, { get: { database: 'x' } })).toEqual(made);
    });

    it('DB-7 comes and goes, empty each time', async () => {
      for (let time = 0; time < 3; time += 1) {
        await db.ok(admin, { create_database: o({ name: 'x' }) });
        expect(await db.ok(`${admin}:x:admin`, { exists: { collection: 'c' } })).toBe(false);
        await db.ok(`${admin}:x:admin`, { create_collection: o({ name: 'c' }) });
        await db.ok(admin, { delete: { database: 'x' } });
      }
    });

    it('DB-10 DB-11 DB-12 takes its keys and tokens along, however deep they are', async () => {
      await db.ok(admin, { create_database: o({ name: 'x' }) });
      await db.ok(`${admin}:x:admin`, { create_database: o({ name: 'y' }) });
      const inside = `${admin}:x/y:admin`;
      await db.ok(inside, { create_collection: o({ name: 'users' }) });
      const user = await db.user(inside, '1');
      const secrets = [
        text(await db.ok(inside, { create_key: o({ role: 'admin' }) }), 'secret'),
        text(
          await db.ok(admin, { create_key: o({ role: 'server', database: { database: 'x' } }) }),
          'secret',
        ),
        await db.token(inside, user),
      ];
      for (const secret of secrets) expect((await db.query(secret, 1)).status).toBe(200);
      expect(await db.rest(admin, 'DELETE', '/databases/x')).toMatchObject({ status: 200 });
      for (const secret of [...secrets, inside])
        expect(await db.query(secret, 1)).toMatchObject(UNAUTHORIZED);
      expect(await db.rest(admin, 'GET', '/databases/x')).toMatchObject({ status: 404 });
    });

    it('DB-13 DB-14 CO-15 FN-6 a container holds databases, and no collections or functions', async () => {
      await db.ok(admin, { create_database: o({ name: 'box', container: true }) });
      const box = `${admin}:box:admin`;
      expect(await db.query(box, { create_database: o({ name: 'x' }) })).toMatchObject({ status: 201 });
      expect(await db.query(box, { create_key: o({ role: 'admin' }) })).toMatchObject({ status: 201 });
      for (const [form, params] of [
        ['create_collection', {}],
        ['create_function', { body: lambda('x', 1) }],
      ] as const)
        expect(await db.query(box, { [form]: o({ name: 'y', ...params }) })).toMatchObject({
          status: 400,
          errors: [
            {
              position: [form],
              code: 'invalid object in container',
              description: 'Object is not allowed in a container',
            },
          ],
        });
    });
  });

  describe('CollectionSpec', () => {
    const users = { collection: 'users' };
    beforeEach(async () => {
      await db.ok(server, { create_collection: o({ name: 'users' }) });
    });

    it('CO-1 CO-2 CO-3 lists, reads, and takes documents', async () => {
      expect(await db.rest(server, 'GET', '/classes')).toMatchObject({
        resource: { data: [{ '@ref': 'classes/users' }] },
      });
      expect(await db.rest(server, 'GET', '/classes/users')).toMatchObject({ resource: { name: 'users' } });
      expect(await db.rest(server, 'POST', '/classes/users', {})).toMatchObject({ status: 201 });
      await db.user(server, '1');
      const token = await db.token(server, { ref: users, id: '1' });
      expect(await db.rest(token, 'GET', '/classes')).toMatchObject({ status: 403 });
    });

    it('CO-4 CO-5 is renamed and renamed back', async () => {
      await db.user(server, '1');
      for (const [from, to] of [
        ['users', 'people'],
        ['people', 'users'],
      ] as const) {
        await db.ok(server, { update: { collection: from }, params: o({ name: to }) });
        expect(await db.ok(server, { exists: { ref: { collection: to }, id: '1' } })).toBe(true);
        expect(await db.ok(server, { exists: { collection: from } })).toBe(false);
      }
    });

    it('CO-6 CO-11 CO-12 is deleted with its documents, and comes back empty', async () => {
      await db.user(server, '1');
      expect(await db.rest(server, 'DELETE', '/classes/users')).toMatchObject({ status: 200 });
      expect(await db.rest(server, 'GET', '/classes/users')).toMatchObject({ status: 404 });
      await db.ok(server, { create_collection: o({ name: 'users' }) });
      expect(await db.ok(server, { exists: { ref: users, id: '1' } })).toBe(false);
    });

    it('CO-7 renaming to a taken name is refused, to its own is fine', async () => {
      await db.ok(server, { create_collection: o({ name: 'other' }) });
      expect(await db.query(server, { update: users, params: o({ name: 'users' }) })).toMatchObject({
        status: 200,
      });
      expect(await db.query(server, { update: users, params: o({ name: 'other' }) })).toMatchObject(
        failed(400, 'instance not unique'),
      );
    });

    it('CO-8 the root has collections too', async () => {
      expect(await db.rest(ROOT_SECRET, 'POST', '/classes', { name: 'x' })).toMatchObject({ status: 201 });
    });

    it('CO-9 CO-10 history_days is 0 and stands first', async () => {
      const made = await db.ok(server, { create_collection: o({ data: o({ a: 1 }), name: 'x' }) });
      expect(Object.entries(pick({ made }, 'made') ?? {}).slice(2)).toEqual([
        ['history_days', 0],
        ['data', { a: 1 }],
        ['name', 'x'],
      ]);
      expect(await db.rest(server, 'PATCH', '/classes/x', { history_days: 7 })).toMatchObject({
        resource: { history_days: 7 },
      });
    });

    it.each([1, 'x', true, null, { a: 1 }, ['x']])('CO-13 ignores an unknown param %s', async (unknown) => {
      expect(await db.rest(server, 'POST', '/classes', { name: 'x', unknown })).toMatchObject({
        status: 201,
      });
    });

    it('CO-14 CO-16 a collection and a document in one query: below v5, by ref', async () => {
      const both = { create: select({ create_collection: o({ name: 'fresh' }) }, 'ref') };
      expect(await db.query(server, both, '5')).toMatchObject({
        status: 400,
        errors: [
          {
            position: ['create'],
            code: 'invalid argument',
            description: 'Cannot create a collection and a document in it in the same transaction.',
          },
        ],
      });
      expect(await db.query(server, both)).toMatchObject({ status: 201 });
    });
  });

  describe('UserFunctionsSpec', () => {
    const make = async (
      name: string,
      expr: Query,
      more: Readonly<Record<string, Query>> = {},
    ): Promise<unknown> => db.ok(admin, { create_function: o({ name, body: lambda('x', expr), ...more }) });

    it('FN-1 FN-2 is made, read and called by ref and name', async () => {
      const made = await make('echo', { var: 'x' });
      expect(made).toMatchObject({
        body: { '@query': { api_version: '4', lambda: 'x', expr: { var: 'x' } } },
      });
      expect(await db.ok(server, { get: { function: 'echo' } })).toEqual(made);
      expect(
        await db.ok(server, [
          { call: { function: 'echo' }, arguments: 1 },
          { call: 'echo', arguments: [1, 2] },
          { call: 'echo' },
        ]),
      ).toEqual([1, [1, 2], []]);
    });

    it('FN-3 wraps what goes wrong inside', async () => {
      await db.ok(server, {
        create_function: o({ name: 'plus', body: lambda('x', { add: [{ var: 'x' }, 1] }) }),
      });
      expect(await db.query(server, { call: { function: 'plus' }, arguments: 'a' })).toMatchObject({
        status: 400,
        errors: [
          {
            position: [],
            code: 'call error',
            cause: [{ position: ['expr', 'add', 0], code: 'invalid argument' }],
          },
        ],
      });
    });

    it('FN-4 runs with its role', async () => {
      await db.ok(server, { create_collection: o({ name: 'users' }) });
      await db.user(server, '1');
      await make('read', { exists: { ref: { collection: 'users' }, id: '1' } });
      await db.ok(admin, {
        create_role: o({
          name: 'caller',
          membership: o({ resource: { collection: 'users' } }),
          privileges: o({ resource: { function: 'read' }, actions: o({ call: true }) }),
        }),
      });
      const token = await db.token(server, { ref: { collection: 'users' }, id: '1' });
      expect(await db.ok(token, { call: 'read' })).toBe(false);
      await db.ok(admin, { update: { function: 'read' }, params: o({ role: 'server' }) });
      expect(await db.ok(token, { call: 'read' })).toBe(true);
    });

    it('FN-5 is gone when it is deleted', async () => {
      await make('f', 1);
      await db.ok(admin, { delete: { function: 'f' } });
      expect(await db.query(admin, { call: 'f' })).toMatchObject(failed(400, 'invalid ref', ['call']));
    });

    it('FN-7 makes functions', async () => {
      await make('maker', { create_function: o({ name: 'made', body: lambda('y', 2) }) });
      await db.ok(admin, { call: 'maker' });
      expect(await db.ok(admin, { call: 'made' })).toBe(2);
    });

    it('FN-8 lists functions, not for tokens', async () => {
      await make('f', 1);
      expect(await db.rest(server, 'GET', '/functions')).toMatchObject({
        resource: { data: [{ '@ref': 'functions/f' }] },
      });
    });

    it('FN-9 FN-10 changes show at once', async () => {
      await make('f', 1);
      await db.ok(admin, { update: { function: 'f' }, params: o({ body: lambda('x', 2) }) });
      expect(await db.ok(admin, { call: 'f' })).toBe(2);
    });
  });

  const renames: readonly (readonly [id: string, key: string, create: Query])[] = [
    ['CA-1', 'database', { create_database: o({ name: 'x' }) }],
    ['CA-2', 'collection', { create_collection: o({ name: 'x' }) }],
    ['CA-3', 'index', { create_index: o({ name: 'x', source: { tokens: null } }) }],
    ['CA-4', 'function', { create_function: o({ name: 'x', body: lambda('_', 1) }) }],
    ['CA-5', 'role', { create_role: o({ name: 'x' }) }],
  ];
  it.each(renames)('%s a new name of a %s shows in refs that were stored before', async (_, key, create) => {
    await db.ok(admin, create);
    await db.ok(admin, { create_collection: o({ name: 'keeper' }) });
    const made = await db.ok(admin, {
      create: { collection: 'keeper' },
      params: o({ data: o({ to: { [key]: 'x' } }) }),
    });
    const renamed = await db.ok(admin, { update: { [key]: 'x' }, params: o({ name: 'y' }) });
    expect(text(renamed, 'ref', '@ref', 'id')).toBe('y');
    expect(text(await db.ok(admin, { get: pick(made, 'ref') }), 'data', 'to', '@ref', 'id')).toBe('y');
    expect(await db.query(admin, { get: { [key]: 'x' } })).toMatchObject(failed(400, 'invalid ref', ['get']));
  });
});
