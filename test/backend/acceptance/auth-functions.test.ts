import { beforeEach, describe, expect, it } from 'vitest';
import {
  failed,
  lambda,
  login,
  o,
  select,
  TestDatabase,
  text,
  UNAUTHORIZED,
  type Query,
} from './database.ts';

// The core's `queries/AuthFunctionsSpec.scala` (spec 6.1). Rows about JWTs and predicates of access providers are in
// `access-providers.test.ts`.
const REFUSED = failed(400, 'authentication failed');
const currentToken = { current_token: null };

describe('AuthFunctionsSpec', () => {
  let db: TestDatabase;
  let server: string;
  let admin: string;
  let alice: Query;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    admin = await db.key('admin');
    await db.ok(server, { create_collection: o({ name: 'users' }) });
    alice = await db.user(server, '1', { name: 'alice' });
  });

  /** Gives users a role whose privilege reads a new document of `posts` under a predicate; says whether alice may. */
  async function mayReadUnder(predicate: Query, membership: Query = true): Promise<boolean> {
    await db.ok(server, { create_collection: o({ name: 'posts' }) });
    await db.ok(server, { create: { ref: { collection: 'posts' }, id: '5' } });
    await db.ok(admin, {
      create_role: o({
        name: 'reader',
        membership: [
          o({ resource: { collection: 'users' }, ...(membership === true ? {} : { predicate: membership }) }),
        ],
        privileges: [o({ resource: { collection: 'posts' }, actions: o({ read: predicate }) })],
      }),
    });
    const token = await db.token(server, alice);
    const answer = await db.query(token, { get: { ref: { collection: 'posts' }, id: '5' } });
    expect([200, 403]).toContain(answer.status);
    return answer.status === 200;
  }

  /** Calls a function that runs with server rights. */
  async function inFunction(secret: string, expr: Query): Promise<unknown> {
    await db.ok(server, { create_function: o({ name: 'f', role: 'server', body: lambda('_', expr) }) });
    await db.ok(admin, {
      create_role: o({
        name: 'caller',
        membership: [o({ resource: { collection: 'users' } })],
        privileges: [o({ resource: { function: 'f' }, actions: o({ call: true }) })],
      }),
    });
    return db.ok(secret, { call: { function: 'f' } });
  }

  it('AF-1 logs in with side-car credentials, and refuses all else the same way', async () => {
    const plain = text(await db.ok(server, { create: { collection: 'users' } }), 'ref', '@ref', 'id');
    expect(await db.query(server, login(alice, 'sekrit'))).toMatchObject({ status: 201 });
    expect(await db.query(server, { login: alice, params: o({}) })).toMatchObject(REFUSED);
    expect(await db.query(server, login(alice, 'wrong'))).toMatchObject(REFUSED);
    const nobody = { ref: { collection: 'users' }, id: plain };
    expect(await db.query(server, login(nobody, 'sekrit'))).toMatchObject(REFUSED);
  });

  it('AF-2 identifies by the right password only', async () => {
    const identify = (identity: Query, password: string): Query => ({ identify: identity, password });
    await db.ok(server, { create: { ref: { collection: 'users' }, id: '2' } });
    expect(
      await db.ok(server, [
        identify(alice, 'sekrit'),
        identify(alice, 'wrong'),
        identify({ ref: { collection: 'users' }, id: '2' }, 'sekrit'),
      ]),
    ).toEqual([true, false, false]);
  });

  it('AF-3 logs out one token or all of them', async () => {
    const [first, second, third] = [
      await db.token(server, alice),
      await db.token(server, alice),
      await db.token(server, alice),
    ];
    expect(await db.ok(first, { logout: false })).toBe(true);
    expect(await db.query(first, 1)).toMatchObject(UNAUTHORIZED);
    expect(await db.query(third, 1)).toMatchObject({ status: 200 });
    expect(await db.ok(second, { logout: true })).toBe(true);
    expect(await db.query(second, 1)).toMatchObject(UNAUTHORIZED);
    expect(await db.query(third, 1)).toMatchObject(UNAUTHORIZED);
  });

  it('AF-4 current_token is the token', async () => {
    const made = await db.ok(server, login(alice, 'sekrit'));
    const document = await db.ok(text(made, 'secret'), { get: currentToken });
    expect(text(document, 'ref', '@ref', 'id')).toBe(text(made, 'ref', '@ref', 'id'));
  });

  it('AF-5 current_token is the key, where the key lives', async () => {
    const own = await db.ownKey(admin, 'admin');
    expect(await db.ok(own, { get: currentToken })).toMatchObject({ role: 'admin' });
  });

  it('AF-6 current_token is out of reach for a key that lives in the parent', async () => {
    const description = 'Token metadata is not accessible.';
    expect(await db.query(admin, currentToken)).toMatchObject({
      status: 400,
      errors: [{ position: [], code: 'invalid token', description }],
    });
  });

  it('AF-8 current_token works in a privilege predicate', async () => {
    const isToken = { is_token: currentToken };
    expect(await mayReadUnder(lambda('_', isToken))).toBe(true);
  });

  it('AF-9 current_token works in a membership predicate', async () => {
    expect(await mayReadUnder(true, lambda('_', { is_token: currentToken }))).toBe(true);
  });

  it('AF-11 current_token in a function is the caller’s token', async () => {
    const made = await db.ok(server, login(alice, 'sekrit'));
    expect(await inFunction(text(made, 'secret'), currentToken)).toEqual({
      '@ref': { id: text(made, 'ref', '@ref', 'id'), collection: { '@ref': { id: 'tokens' } } },
    });
  });

  it('AF-12 current_token in a function is the caller’s key', async () => {
    const own = await db.ownKey(admin, 'admin');
    expect(await inFunction(own, { is_key: currentToken })).toBe(true);
  });

  it('AF-14 has_current_token is true for a token', async () => {
    expect(await db.ok(await db.token(server, alice), { has_current_token: null })).toBe(true);
  });

  it('AF-15 has_current_token is true for a key of this database only', async () => {
    expect(await db.ok(await db.ownKey(admin, 'admin'), { has_current_token: null })).toBe(true);
    expect(await db.ok(admin, { has_current_token: null })).toBe(false);
  });

  it('AF-17 has_current_token works in a privilege predicate', async () => {
    expect(await mayReadUnder(lambda('_', { has_current_token: null }))).toBe(true);
  });

  it('AF-18 has_current_token works in a membership predicate', async () => {
    expect(await mayReadUnder(true, lambda('_', { has_current_token: null }))).toBe(true);
  });

  describe.each(['current_identity', 'identity'])('%s', (name) => {
    const identity = { [name]: null };
    const isAlice = { equals: [select(identity, 'id'), '1'] };

    it('AF-20 is the identity of a token', async () => {
      expect(await db.ok(await db.token(server, alice), identity)).toMatchObject({ '@ref': { id: '1' } });
    });

    it('AF-21 is missing for a key, and the document of a scoped one', async () => {
      expect(await db.query(admin, identity)).toMatchObject({
        status: 400,
        errors: [
          {
            position: [],
            code: 'missing identity',
            description: 'Authentication does not contain an identity',
          },
        ],
      });
      expect(await db.ok(`${admin}:@doc/users/1`, identity)).toMatchObject({ '@ref': { id: '1' } });
    });

    it('AF-23 works in a privilege predicate', async () => {
      expect(await mayReadUnder(lambda('_', isAlice))).toBe(true);
    });

    it('AF-24 works in a membership predicate', async () => {
      expect(await mayReadUnder(true, lambda('_', isAlice))).toBe(true);
    });

    it('AF-26 in a function is the caller’s', async () => {
      expect(await inFunction(await db.token(server, alice), isAlice)).toBe(true);
    });

    it('AF-27 in a function is the document of a scoped key', async () => {
      expect(await inFunction(`${admin}:@doc/users/1`, isAlice)).toBe(true);
    });
  });

  describe.each(['has_current_identity', 'has_identity'])('%s', (name) => {
    const hasIdentity = { [name]: null };

    it('AF-29 is true for a token', async () => {
      expect(await db.ok(await db.token(server, alice), hasIdentity)).toBe(true);
    });

    it('AF-30 is false for a key, true for a document-scoped one', async () => {
      expect(await db.ok(admin, hasIdentity)).toBe(false);
      expect(await db.ok(`${admin}:@doc/users/1`, hasIdentity)).toBe(true);
    });

    it('AF-32 works in a privilege predicate', async () => {
      expect(await mayReadUnder(lambda('_', hasIdentity))).toBe(true);
    });

    it('AF-33 works in a membership predicate', async () => {
      expect(await mayReadUnder(true, lambda('_', hasIdentity))).toBe(true);
    });
  });

  it('a predicate that is not exactly true, or fails, means no', async () => {
    expect(await mayReadUnder(lambda('_', 1))).toBe(false);
  });
});
