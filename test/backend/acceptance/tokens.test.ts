import { beforeEach, describe, expect, it } from 'vitest';
import {
  DENIED,
  failed,
  login,
  o,
  pick,
  select,
  TestDatabase,
  text,
  UNAUTHORIZED,
  type Query,
  keysOf,
} from './database.ts';

// The core's `queries/documents/TokenSpec.scala`, `api/TokenSpec.scala` and `documents/TokenSpec.scala` (spec 6.2).
describe('TokenSpec', () => {
  let db: TestDatabase;
  let server: string;
  let client: string;
  let alice: Query;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    client = await db.key('client');
    await db.ok(server, { create_collection: o({ name: 'users' }) });
    alice = await db.user(server, '1');
  });

  const create = (params: Readonly<Record<string, unknown>>): Query => ({
    create: { tokens: null },
    params: o(params),
  });
  const make = async (params: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
    db.ok(server, create({ instance: alice, ...params }));
  const refOf = (document: unknown): Query => pick(document, 'ref');
  const pathOf = (document: unknown): string => `/tokens/${text(document, 'ref', '@ref', 'id')}`;
  const inSeconds = (offset: number): Query => ({
    '@ts': new Date(Date.UTC(2021, 0, 1, 0, 0, offset)).toISOString(),
  });

  it('TK-1 a server key makes a token that authenticates and sees itself', async () => {
    const made = await make();
    const secret = text(made, 'secret');
    expect(await db.ok(server, { exists: refOf(made) })).toBe(true);
    expect(await db.ok(secret, { exists: refOf(made) })).toBe(true);
    expect(await db.ok(secret, { current_identity: null })).toMatchObject({ '@ref': { id: '1' } });
    expect(keysOf(made)).toEqual(['ref', 'ts', 'instance', 'secret']);
  });

  it('TK-2 an instance that is no ref is refused', async () => {
    expect(await db.query(server, create({ instance: o({}) }))).toMatchObject({
      ...failed(400, 'validation failed', ['create']),
      errors: [{ failures: [{ field: ['instance'], code: 'invalid type' }] }],
    });
  });

  it('TK-3 an empty update leaves the secret usable', async () => {
    const made = await make();
    expect(keysOf(await db.ok(server, { update: refOf(made), params: o({}) }))).toEqual([
      'ref',
      'ts',
      'instance',
    ]);
    expect(await db.ok(text(made, 'secret'), { current_identity: null })).toMatchObject({
      '@ref': { id: '1' },
    });
  });

  it('TK-4 replace stores a given hash as it is', async () => {
    const made = await make();
    await db.ok(server, { replace: refOf(made), params: o({ instance: alice, hashed_secret: 'abc' }) });
    expect(await db.ok(server, select({ get: refOf(made) }, 'hashed_secret'))).toBe('abc');
  });

  it('replace without a hash gives a new secret and ends the old one', async () => {
    const made = await make();
    const replaced = await db.ok(server, { replace: refOf(made), params: o({ instance: alice }) });
    expect(await db.query(text(made, 'secret'), 1)).toMatchObject(UNAUTHORIZED);
    expect(await db.query(text(replaced, 'secret'), 1)).toMatchObject({ status: 200 });
  });

  it('TK-5 TK-16 TK-20 a token ends with its ttl', async () => {
    const secret = text(await make({ ttl: inSeconds(5) }), 'secret');
    const params = o({ password: 'sekrit', ttl: inSeconds(5) });
    const loggedIn = text(await db.ok(server, { login: alice, params }), 'secret');
    db.pass(4);
    expect(await db.query(secret, 1)).toMatchObject({ status: 200 });
    db.pass(1);
    expect(await db.query(secret, 1)).toMatchObject(UNAUTHORIZED);
    expect(await db.query(loggedIn, 1)).toMatchObject(UNAUTHORIZED);
  });

  it('TK-6 TK-15 TK-17 a ttl that comes with an update counts too', async () => {
    const made = await make();
    await db.ok(server, { update: refOf(made), params: o({ ttl: inSeconds(5) }) });
    db.pass(5);
    expect(await db.query(text(made, 'secret'), 1)).toMatchObject(UNAUTHORIZED);
    expect(await db.query(server, { get: refOf(made) })).toMatchObject(failed(404, 'instance not found'));
    expect(await db.rest(server, 'GET', pathOf(made))).toMatchObject({ status: 404 });
  });

  it('TK-7 a list of tokens has those that were made', async () => {
    const made = await make();
    expect(await db.rest(server, 'GET', '/tokens', undefined, '4')).toMatchObject({
      status: 200,
      resource: { data: [refOf(made)] },
    });
  });

  it('TK-8 a server key may make tokens, a client key may not', async () => {
    const body = { instance: { '@ref': 'classes/users/1' } };
    expect(await db.rest(server, 'POST', '/tokens', body)).toMatchObject({ status: 201 });
    expect(await db.rest(client, 'POST', '/tokens', body)).toMatchObject(failed(403, DENIED, ['create']));
  });

  it('TK-9 reads a token', async () => {
    expect(await db.rest(server, 'GET', pathOf(await make()))).toMatchObject({ status: 200 });
  });

  it('TK-10 replaces a token’s instance', async () => {
    const body = { instance: { '@ref': 'classes/users/2' } };
    expect(await db.rest(server, 'PUT', pathOf(await make()), body)).toMatchObject({
      status: 200,
      resource: { instance: { '@ref': 'classes/users/2' } },
    });
  });

  it('TK-11 finds no token to replace', async () => {
    expect(
      await db.rest(server, 'PUT', '/tokens/1234', { instance: { '@ref': 'classes/users/1' } }),
    ).toMatchObject(failed(404, 'instance not found', ['replace']));
  });

  it('TK-12 drops unknown fields', async () => {
    expect(await db.rest(server, 'PATCH', pathOf(await make()), { foo: 'bar' })).toMatchObject({
      status: 200,
    });
  });

  it('TK-13 deletes', async () => {
    const path = pathOf(await make());
    expect(await db.rest(server, 'DELETE', path)).toMatchObject({ status: 200 });
    expect(await db.rest(server, 'GET', path)).toMatchObject({ status: 404 });
  });

  it('TK-14 finds no token past its ttl', async () => {
    const path = pathOf(await make({ ttl: inSeconds(5) }));
    expect(await db.rest(server, 'GET', path)).toMatchObject({ status: 200 });
    db.pass(5);
    expect(await db.rest(server, 'GET', path)).toMatchObject({ status: 404 });
  });

  it('TK-18 a token dies with its database', async () => {
    const secret = await db.token(server, alice);
    await db.ok('secret', { delete: { database: 'd' } });
    expect(await db.query(secret, 1)).toMatchObject(UNAUTHORIZED);
  });

  it('TK-19 acts with a token and reads what it did', async () => {
    const admin = await db.key('admin');
    await db.ok(admin, {
      create_role: o({
        name: 'all',
        membership: o({ resource: { collection: 'users' } }),
        privileges: o({ resource: { collection: 'users' }, actions: o({ read: true, create: true }) }),
      }),
    });
    const token = await db.token(client, alice);
    const made = await db.ok(token, {
      create: { collection: 'users' },
      params: o({ data: o({ by: 'me' }) }),
    });
    expect(await db.ok(token, select({ get: pick(made, 'ref') }, 'data', 'by'))).toBe('me');
  });

  it('TK-21 a token reads itself and its credentials', async () => {
    const token = await db.token(server, alice);
    const self = (collection: string): Query => ({
      get: { '@ref': { id: 'self', collection: { '@ref': { id: collection } } } },
    });
    expect(await db.query(token, self('tokens'))).toMatchObject({ status: 200 });
    expect(await db.query(token, self('credentials'))).toMatchObject({ status: 200 });
  });

  it('TK-22 a token makes no tokens', async () => {
    const token = await db.token(server, alice);
    expect(await db.query(token, create({ instance: alice }))).toMatchObject(failed(403, DENIED, ['create']));
  });

  it('TK-23 a token deletes itself', async () => {
    const made = await db.ok(server, login(alice, 'sekrit'));
    expect(await db.query(text(made, 'secret'), { delete: refOf(made) })).toMatchObject({ status: 200 });
    expect(await db.query(text(made, 'secret'), 1)).toMatchObject(UNAUTHORIZED);
  });

  it('TK-24 logging out ends one token or all', async () => {
    const [one, two, three] = [
      await db.token(server, alice),
      await db.token(server, alice),
      await db.token(server, alice),
    ];
    await db.ok(one, { logout: false });
    expect((await db.query(two, 1)).status).toBe(200);
    await db.ok(two, { logout: true });
    expect((await db.query(three, 1)).status).toBe(401);
  });

  it('a token whose identity is gone is nobody’s, until the identity is back', async () => {
    const token = await db.token(server, alice);
    await db.ok(server, { delete: alice });
    expect(await db.query(token, 1)).toMatchObject(UNAUTHORIZED);
    await db.ok(server, { create: alice });
    expect(await db.query(token, 1)).toMatchObject({ status: 200 });
  });
});
