import { beforeEach, describe, expect, it } from 'vitest';
import {
  DENIED,
  failed,
  login,
  o,
  pick,
  ROOT_SECRET,
  select,
  TestDatabase,
  text,
  type Query,
  keysOf,
} from './database.ts';

// The core's `queries/ReadFunctionsSpec.scala` (spec 6.9). RD-15 … RD-19 are about cursors: see `events.test.ts`.
describe('ReadFunctionsSpec', () => {
  let db: TestDatabase;
  let server: string;
  let admin: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    admin = await db.key('admin');
    await db.ok(server, { create_collection: o({ name: 'users', history_days: 30 }) });
  });

  const alice: Query = { ref: { collection: 'users' }, id: '1' };
  const nowhere = {
    '@ref': {
      id: '1',
      collection: { '@ref': { id: 'nope', collection: { '@ref': { id: 'collections' } } } },
    },
  };
  const earlier = { '@ts': '2020-12-31T00:00:00Z' };

  it('RD-1 RD-4 a document is there from its creation on, for who may read it', async () => {
    await db.user(server, '1');
    db.pass(1);
    expect(await db.ok(server, { exists: alice })).toBe(true);
    expect(await db.ok(server, { exists: alice, ts: earlier })).toBe(false);
    expect(await db.query(server, { get: alice })).toMatchObject({ status: 200 });
    expect(await db.query(server, { get: alice, ts: { now: null } })).toMatchObject({ status: 200 });
    expect(await db.query(server, { get: alice, ts: earlier })).toMatchObject(
      failed(404, 'instance not found'),
    );
    const token = await db.token(server, alice);
    expect(await db.ok(token, { exists: alice })).toBe(false);
    expect(await db.query(token, { get: alice })).toMatchObject(failed(403, DENIED));
  });

  it('RD-2 RD-5 refs that do not resolve', async () => {
    expect(await db.ok(server, { exists: nowhere })).toBe(false);
    expect(await db.query(server, { get: nowhere })).toMatchObject({
      status: 400,
      errors: [
        { position: ['get'], code: 'invalid ref', description: "Ref refers to undefined collection 'nope'" },
      ],
    });
    expect(await db.query(server, { exists: 1 })).toMatchObject({
      status: 400,
      errors: [{ position: ['exists'], description: 'Ref or Set expected, Integer provided.' }],
    });
    expect(await db.query(server, { get: { '@ref': 'not a ref' } })).toMatchObject(
      failed(400, 'invalid expression', ['get']),
    );
  });

  it('RD-6 a time that is none', async () => {
    expect(await db.query(server, { get: alice, ts: [] })).toMatchObject({
      errors: [{ position: ['ts'], code: 'invalid argument', description: 'Time expected, Array provided.' }],
    });
  });

  describe('in a child database', () => {
    const child: Query = { database: 'child' };
    const inChild: Query = { ref: { collection: 'things', scope: child }, id: '1' };
    let childAdmin: string;

    beforeEach(async () => {
      await db.ok(admin, { create_database: o({ name: 'child' }) });
      childAdmin = `${admin}:child:admin`;
      await db.ok(childAdmin, { create_collection: o({ name: 'things' }) });
      await db.ok(childAdmin, { create: { ref: { collection: 'things' }, id: '1' } });
    });

    it('RD-3 RD-7 the parent sees its documents', async () => {
      for (const secret of [admin, server]) {
        expect(await db.ok(secret, { exists: inChild })).toBe(true);
        expect(await db.query(secret, { get: inChild })).toMatchObject({ status: 200 });
      }
    });

    it('RD-8 native collections: databases and keys for admins only, nothing from inside', async () => {
      await db.ok(childAdmin, { create_database: o({ name: 'grandchild' }) });
      expect(await db.query(admin, { get: { databases: child } })).toMatchObject({ status: 200 });
      expect(await db.query(server, { get: { databases: child } })).toMatchObject(
        failed(403, DENIED, ['get']),
      );
      expect(await db.query(server, { get: { collections: child } })).toMatchObject({ status: 200 });
      expect(await db.query(childAdmin, { get: { collections: child } })).toMatchObject(
        failed(400, 'invalid ref', ['get', 'collections']),
      );
    });

    it('nothing is written from outside', async () => {
      expect(await db.query(admin, { delete: inChild })).toMatchObject({
        errors: [
          { position: ['delete'], code: 'invalid argument', description: 'Cannot write a scoped ref.' },
        ],
      });
    });
  });

  it('RD-9 names that are none', async () => {
    expect(await db.query(server, { get: { '@ref': { id: 'nope' } } })).toMatchObject(
      failed(400, 'invalid expression', ['get', 'id']),
    );
    expect(await db.query(server, { get: { database: 'nope' } })).toMatchObject(
      failed(400, 'invalid ref', ['get']),
    );
  });

  it('RD-10 RD-11 RD-12 a set is its first element, or not there', async () => {
    await db.ok(server, { create_collection: o({ name: 'empty' }) });
    await db.user(server, '1');
    await db.user(server, '2');
    const all = { documents: { collection: 'users' } };
    const none = { documents: { collection: 'empty' } };
    expect(await db.ok(server, select({ get: all }, 'ref', 'id'))).toBe('1');
    expect(
      await db.ok(server, [{ exists: all }, { exists: none }, { exists: { union: [none, all] } }]),
    ).toEqual([true, false, true]);
    expect(await db.query(server, { get: none })).toMatchObject({
      status: 404,
      errors: [{ position: [], code: 'instance not found', description: 'Set not found.' }],
    });
  });

  it('RD-13 key_from_secret is for admins of the key’s database or above it', async () => {
    await db.ok(admin, { create_database: o({ name: 'child' }) });
    const own = await db.ownKey(admin, 'server');
    const find = { key_from_secret: own };
    const found = await db.ok(admin, find);
    expect(keysOf(found)).toEqual(['ref', 'ts', 'role', 'hashed_secret']);
    expect(await db.query(ROOT_SECRET, find)).toMatchObject({ status: 200 });
    for (const secret of [server, `${admin}:child:admin`])
      expect(await db.query(secret, find)).toMatchObject({
        status: 400,
        errors: [
          { position: [], code: 'instance not found', description: `No key found for secret ${own}.` },
        ],
      });
  });

  it('RD-14 key_from_secret of a token is for servers and the token itself', async () => {
    await db.user(server, '1');
    const made = await db.ok(await db.key('client'), login(alice, 'sekrit'));
    const secret = text(made, 'secret');
    for (const reader of [server, secret])
      expect(await db.ok(reader, select({ key_from_secret: secret }, 'ref'))).toEqual(pick(made, 'ref'));
    expect(await db.query(await db.key('client'), { key_from_secret: secret })).toMatchObject(
      failed(400, 'instance not found'),
    );
  });

  it.each(['', 'garbage', ROOT_SECRET])('key_from_secret finds nothing for "%s"', async (secret) => {
    expect(await db.query(admin, { key_from_secret: secret })).toMatchObject(
      failed(400, 'instance not found'),
    );
  });

  it('RD-20 … RD-24 first and last', async () => {
    await db.ok(server, { create_collection: o({ name: 'empty' }) });
    for (const id of ['1', '2']) await db.user(server, id);
    const all = { documents: { collection: 'users' } };
    const none = { documents: { collection: 'empty' } };
    expect(await db.ok(server, [select({ first: all }, 'id'), select({ last: all }, 'id')])).toEqual([
      '1',
      '2',
    ]);
    expect(await db.ok(server, [{ first: [1, 2] }, { last: [1, 2] }])).toEqual([1, 2]);
    for (const name of ['first', 'last']) {
      expect(await db.query(server, { [name]: none })).toMatchObject({
        errors: [{ position: [name], description: 'Non-empty set expected.' }],
      });
      expect(await db.query(server, { [name]: [] })).toMatchObject({
        errors: [{ position: [name], description: 'Non-empty array expected.' }],
      });
      expect(await db.query(server, { [name]: { paginate: all } })).toMatchObject({
        errors: [{ position: [name], description: 'Set or Array expected, Page provided.' }],
      });
    }
  });
});
