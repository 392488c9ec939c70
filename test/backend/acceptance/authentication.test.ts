import { beforeEach, describe, expect, it } from 'vitest';
import { decodeSecret, encodeSecret } from '../../../src/backend/store/secret.ts';
import { DENIED, failed, o, ROOT_SECRET, TestDatabase, text, UNAUTHORIZED, type Query } from './database.ts';

// The core's `queries/AuthSpec.scala`, `auth/AuthSpec.scala` and `auth/AuthLikeSpec.scala` (spec 6.5). What only HTTP shows
// is in `http.test.ts`, JWTs are in `access-providers.test.ts`.
describe('AuthSpec', () => {
  let db: TestDatabase;
  let admin: string;
  let server: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    admin = await db.key('admin');
    server = await db.key('server');
    await db.ok(server, { create_collection: o({ name: 'users' }) });
    await db.user(server, '1');
    await db.ok(admin, {
      create_role: o({
        name: 'reader',
        membership: o({ resource: { collection: 'users' } }),
        privileges: o({ resource: { collection: 'users' }, actions: o({ read: true }) }),
      }),
    });
  });

  const alice = { ref: { collection: 'users' }, id: '1' };
  const update: Query = { update: alice, params: o({}) };
  const status = async (secret: string, query: Query = 1): Promise<number> =>
    (await db.query(secret, query)).status;

  it.each(['classes/users/1', 'collections/users/1', '@doc/users/1'])(
    'AU-3 AU-8 a server key scoped by %s does what the document’s roles allow',
    async (scope) => {
      expect(await db.ok(`${server}:${scope}`, { current_identity: null })).toMatchObject({
        '@ref': { id: '1' },
      });
      expect(await status(`${server}:${scope}`, { get: alice })).toBe(200);
      expect(await db.query(`${server}:${scope}`, update)).toMatchObject(failed(403, DENIED));
    },
  );

  it.each(['@doc/users/404', '@doc/nope/1', '@role/nope', 'd:@doc/users/1', 'nodb:server', 'd:admin'])(
    'AU-4 a server key scoped by %s is nobody’s',
    async (scope) => {
      expect(await db.query(`${server}:${scope}`, 1)).toMatchObject(UNAUTHORIZED);
    },
  );

  it.each(['@role/reader', 'admin', 'server', 'server-readonly', 'client'])(
    'AU-5 AU-17 a server key takes no role %s',
    async (scope) => {
      expect(await db.query(`${server}:${scope}`, 1)).toMatchObject(UNAUTHORIZED);
    },
  );

  it.each(['client', 'server-readonly'])('AU-6 AU-13 a %s key takes no scope at all', async (role) => {
    const secret = await db.key(role);
    for (const scope of ['client', 'admin', '@role/reader', '@doc/users/1', 'd:client'])
      expect(await db.query(`${secret}:${scope}`, 1)).toMatchObject(UNAUTHORIZED);
    expect(await status(secret)).toBe(200);
  });

  const powers: readonly (readonly [scope: string, reads: number, writes: number])[] = [
    ['admin', 200, 200],
    ['server', 200, 200],
    ['server-readonly', 200, 403],
    ['client', 403, 403],
    ['@role/reader', 200, 403],
    ['@doc/users/1', 200, 403],
  ];
  it.each(powers)(
    'AU-7 AU-16 an admin key as %s: reading gives %i, updating %i',
    async (scope, reads, writes) => {
      expect(await status(`${admin}:${scope}`, { get: alice })).toBe(reads);
      expect(await status(`${admin}:${scope}`, update)).toBe(writes);
    },
  );

  it('AU-11 a key has its role in its database', async () => {
    expect(await status(server, { create_collection: o({ name: 'x' }) })).toBe(201);
    expect(await status(server, { create_database: o({ name: 'x' }) })).toBe(403);
    expect(await db.ok(ROOT_SECRET, { exists: { collection: 'users' } })).toBe(false);
  });

  it('AU-12 database names with dots work in scopes', async () => {
    await db.ok(admin, { create_database: o({ name: 'a.b.c' }) });
    expect(await status(`${admin}:a.b.c:server`, { create_collection: o({ name: 'x' }) })).toBe(201);
  });

  it.each(powers.slice(0, 4))('AU-14 AU-22 nested databases as %s', async (scope, reads, writes) => {
    await db.ok(admin, { create_database: o({ name: 'a' }) });
    await db.ok(`${admin}:a:admin`, { create_database: o({ name: 'b' }) });
    await db.ok(`${admin}:a/b:admin`, { create_collection: o({ name: 'users' }) });
    await db.ok(`${admin}:a/b:admin`, { create: alice });
    for (const secret of [`${admin}:a/b:${scope}`, `${ROOT_SECRET}:d/a/b:${scope}`]) {
      expect(await status(secret, { get: alice })).toBe(reads);
      expect(await status(secret, update)).toBe(writes);
    }
    for (const secret of [`${admin}:a/b:@doc/users/1`, `${ROOT_SECRET}:d/a/b:@doc/users/1`])
      expect(await db.ok(secret, { current_identity: null })).toMatchObject({ '@ref': { id: '1' } });
    expect(await status(`${server}:a/b:${scope}`)).toBe(401);
  });

  it('AU-15 AU-19 an admin key and the root take a role in a database', async () => {
    await db.ok(admin, { create_database: o({ name: 'a' }) });
    await db.ok(`${admin}:a:admin`, { create_role: o({ name: 'r' }) });
    for (const secret of [`${admin}:a:@role/r`, `${ROOT_SECRET}:d:@role/reader`])
      expect(await status(secret)).toBe(200);
    expect(await status(`${admin}:a:@role/reader`)).toBe(401);
  });

  it('AU-18 a role key takes no other role', async () => {
    const secret = await db.ownKey(admin, { role: 'reader' });
    expect(await status(secret)).toBe(200);
    for (const scope of ['server', '@role/reader', '@doc/users/1'])
      expect(await status(`${secret}:${scope}`)).toBe(401);
  });

  it('AU-20 the root with a scope stays in the root', async () => {
    expect(await status(`${ROOT_SECRET}:server`, { create_collection: o({ name: 'in_root' }) })).toBe(201);
    expect(await status(`${ROOT_SECRET}:client`, { get: { collection: 'in_root' } })).toBe(403);
    expect(await status(`${ROOT_SECRET}:d`, { get: { collection: 'in_root' } })).toBe(200);
  });

  it.each(['admin', 'client', 'd:server', '@role/nope', '@doc/users/404', 'foo', ''])(
    'AU-21 a token ignores the scope "%s"',
    async (scope) => {
      const token = await db.token(server, alice);
      expect(await db.ok(`${token}:${scope}`, { has_current_token: null })).toBe(true);
    },
  );

  it('a suffix that is none is ignored, one that begins like one is not', async () => {
    for (const suffix of [':foo', ':', '::admin', ':d:foo'])
      expect(await status(`${admin}${suffix}`)).toBe(200);
    for (const suffix of [':adminX', ':serverX', ':server:x', '/', ',', '=', ' x'])
      expect(await status(`${admin}${suffix}`)).toBe(401);
  });

  describe('AU-23 … AU-34 what a secret resolves to follows its document', () => {
    it('the root and an unchanged key and token stay', async () => {
      const token = await db.token(server, alice);
      for (const secret of [ROOT_SECRET, `${ROOT_SECRET}:d:server`, server, token])
        expect([await status(secret), await status(secret)]).toEqual([200, 200]);
    });

    it('a changed key has its new role', async () => {
      const own = await db.ok(admin, { create_key: o({ role: 'server' }) });
      expect(await status(text(own, 'secret'), update)).toBe(200);
      const ref = { ref: { keys: null }, id: text(own, 'ref', '@ref', 'id') };
      await db.ok(admin, { update: ref, params: o({ role: 'client' }) });
      expect(await status(text(own, 'secret'), update)).toBe(403);
    });

    it('RL-14 RL-15 a changed role is seen by the next request', async () => {
      const token = await db.token(server, alice);
      expect(await status(token, update)).toBe(403);
      const privileges = o({ resource: { collection: 'users' }, actions: o({ write: true }) });
      await db.ok(admin, { update: { role: 'reader' }, params: o({ privileges }) });
      expect(await status(token, update)).toBe(200);
      await db.ok(admin, { delete: { role: 'reader' } });
      expect(await status(token, update)).toBe(403);
    });
  });

  describe('AuthLikeSpec', () => {
    const secretOf = (kind: 'key' | 'token'): string => {
      const random = new Uint8Array(20);
      return encodeSecret(kind === 'key' ? { kind, id: 1n, random } : { kind, id: 1n, globalId: 2n, random });
    };

    it.each(['key', 'token'] as const)('AU-35 AU-37 decodes a %s', (kind) => {
      expect(decodeSecret(secretOf(kind))).toMatchObject({ kind, id: 1n });
    });

    it.each(['key', 'token'] as const)('AU-36 AU-38 refuses a %s of another length', (kind) => {
      expect(decodeSecret(secretOf(kind).slice(4))).toBeUndefined();
      expect(decodeSecret(`${secretOf(kind)}AAAA`)).toBeUndefined();
    });
  });
});
