import { beforeEach, describe, expect, it } from 'vitest';
import { looksLikeJwt } from '../../../src/backend/auth/jwt/jwt.ts';
import { ChannelFailure } from '../../../src/backend/channel-failure.ts';
import { Issuer } from '../auth/jwt/issuer.ts';
import {
  DENIED,
  failed,
  lambda,
  o,
  ROOT_SECRET,
  select,
  TestDatabase,
  text,
  UNAUTHORIZED,
  type Query,
} from './database.ts';

// Rows about access providers and their JWTs (spec 6.1, 6.5). The provider is here: the database is given its keys.
const JWKS_URI = 'https://idp.example/.well-known/jwks.json';
const ISSUER = 'https://idp.example/';
const issuer = new Issuer();
const SECOND = 1000;

describe('access providers', () => {
  let db: TestDatabase;
  let admin: string;
  let audience: string;
  const asked: string[] = [];

  beforeEach(async () => {
    asked.length = 0;
    db = await TestDatabase.make((uri) => {
      asked.push(uri);
      return uri === JWKS_URI
        ? Promise.resolve([issuer.key])
        : Promise.reject(new Error('getaddrinfo ENOTFOUND'));
    });
    admin = await db.key('admin');
    await db.ok(admin, { create_collection: o({ name: 'posts' }) });
    await db.ok(admin, { create: post });
    await db.ok(admin, { create_function: o({ name: 'f', body: lambda('_', 1) }) });
    await db.ok(admin, {
      create_role: o({
        name: 'reader',
        privileges: [
          o({ resource: { collection: 'posts' }, actions: o({ read: true }) }),
          o({ resource: { function: 'f' }, actions: o({ call: true }) }),
        ],
      }),
    });
  });

  const post = { ref: { collection: 'posts' }, id: '5' };
  const now = Date.UTC(2021, 0, 1) / SECOND;

  /** Makes the access provider, with these roles. */
  async function provider(roles: readonly Query[], jwksUri = JWKS_URI): Promise<void> {
    const params = { name: 'idp', issuer: ISSUER, jwks_uri: jwksUri, roles };
    audience = text(await db.ok(admin, { create_access_provider: o(params) }), 'audience');
  }

  const claims = (more: object = {}): object => ({
    iss: ISSUER,
    aud: audience,
    iat: now,
    exp: now + 60,
    scope: 'openid',
    ...more,
  });
  const token = (more: object = {}): string => issuer.issue(claims(more));
  const underPredicate = (expr: Query): readonly Query[] => [
    o({ role: { role: 'reader' }, predicate: lambda('claims', expr) }),
  ];

  describe('AF the functions with a JWT', () => {
    beforeEach(() => provider([{ role: 'reader' }]));

    it('AF-7 current_token is the claims', async () => {
      expect(await db.ok(token(), { current_token: null })).toEqual(claims());
    });

    it('AF-16 has_current_token is true', async () => {
      expect(await db.ok(token(), { has_current_token: null })).toBe(true);
    });

    it.each(['current_identity', 'identity'])('AF-22 %s is the subject, if there is one', async (name) => {
      expect(await db.ok(token({ sub: 'alice' }), { [name]: null })).toBe('alice');
      expect(await db.query(token(), { [name]: null })).toMatchObject(failed(400, 'missing identity'));
    });

    it.each(['has_current_identity', 'has_identity'])('AF-31 %s says whether there is', async (name) => {
      expect(await db.ok(token({ sub: 'alice' }), { [name]: null })).toBe(true);
      expect(await db.ok(token(), { [name]: null })).toBe(false);
    });

    it('AF-13 AF-28 in a function they are the caller’s', async () => {
      const body = lambda('_', [{ current_token: null }, { current_identity: null }]);
      await db.ok(admin, { update: { function: 'f' }, params: o({ role: 'server', body }) });
      expect(await db.ok(token({ sub: 'alice' }), { call: { function: 'f' } })).toEqual([
        claims({ sub: 'alice' }),
        'alice',
      ]);
    });
  });

  describe('AF the functions in a predicate of an access provider', () => {
    const mayRead = async (predicate: Query): Promise<number> => {
      await provider(underPredicate(predicate));
      return (await db.query(token({ sub: 'alice' }), { get: post })).status;
    };

    it('AF-10 current_token', async () => {
      expect(await mayRead({ equals: [select({ current_token: null }, 'scope'), 'openid'] })).toBe(200);
    });
    it('AF-19 has_current_token', async () => {
      expect(await mayRead({ has_current_token: null })).toBe(200);
    });
    it.each(['current_identity', 'identity'])('AF-25 %s', async (name) => {
      expect(await mayRead({ equals: [{ [name]: null }, 'alice'] })).toBe(200);
    });
    it.each(['has_current_identity', 'has_identity'])('AF-34 %s', async (name) => {
      expect(await mayRead({ [name]: null })).toBe(200);
    });
    it('gets the claims, and is asked anew for each token', async () => {
      expect(await mayRead({ equals: [select({ var: 'claims' }, 'scope'), 'admin'] })).toBe(403);
      expect(await db.query(token({ scope: 'admin' }), { get: post })).toMatchObject({ status: 200 });
    });
    it('that fails, or is not exactly true, means no', async () => {
      expect(await mayRead(select({ var: 'claims' }, 'nope'))).toBe(403);
    });
  });

  describe('who is let in', () => {
    it('a token of the provider, with its roles and no others', async () => {
      await provider([{ role: 'reader' }]);
      const same = token();
      expect(await db.query(same, { get: post })).toMatchObject({ status: 200 });
      expect(await db.query(same, { update: post })).toMatchObject(failed(403, DENIED));
      expect(await db.query(`${same}:admin`, { update: post })).toMatchObject(failed(403, DENIED));
      expect(asked).toEqual([JWKS_URI]);
    });

    it('one that names several audiences', async () => {
      await provider([{ role: 'reader' }]);
      const aud = ['https://api.example', audience];
      expect(await db.query(token({ aud }), { get: post })).toMatchObject({ status: 200 });
    });

    it('for nothing, when the provider has no roles', async () => {
      await provider([]);
      expect(await db.query(token(), { get: post })).toMatchObject(failed(403, DENIED));
      expect(await db.ok(token(), { add: [1, 2] })).toBe(3);
    });

    it('AU-27 AU-34 until it ends', async () => {
      await provider([{ role: 'reader' }]);
      const short = token({ exp: now + 60 });
      expect(await db.query(short, 1)).toMatchObject({ status: 200 });
      db.pass(60);
      expect(await db.query(short, 1)).toMatchObject(UNAUTHORIZED);
    });

    it.each([
      ['no end', { exp: undefined }],
      ['an end that is no number', { exp: '9999999999' }],
      ['a start in the future', { nbf: now + 10 }],
    ])('none with %s', async (_, more) => {
      await provider([{ role: 'reader' }]);
      expect(await db.query(token(more), 1)).toMatchObject(UNAUTHORIZED);
    });

    it('none that somebody else signed', async () => {
      await provider([{ role: 'reader' }]);
      expect(await db.query(new Issuer().issue(claims()), 1)).toMatchObject(UNAUTHORIZED);
      expect(await db.query(issuer.issue(claims(), { alg: 'none' }), 1)).toMatchObject(UNAUTHORIZED);
    });

    it('none when the provider is gone, or has other roles since', async () => {
      await provider([{ role: 'reader' }]);
      expect(await db.query(token(), { get: post })).toMatchObject({ status: 200 });
      await db.ok(admin, { update: { access_provider: 'idp' }, params: o({ roles: null }) });
      expect(await db.query(token(), { get: post })).toMatchObject(failed(403, DENIED));
      await db.ok(admin, { delete: { access_provider: 'idp' } });
      await expect(db.query(token(), 1)).rejects.toBeInstanceOf(ChannelFailure);
    });

    it.each([
      ['issuer', { iss: 'https://somebody.example/' }],
      ['issuer at all', { iss: undefined }],
      ['database', { aud: 'https://db.fauna.com/db/yxhs5ouuyyyyy' }],
      ['audience at all', { aud: undefined }],
    ])('breaks the channel when nobody knows its %s', async (_, more) => {
      await provider([{ role: 'reader' }]);
      await expect(db.query(token(more), 1)).rejects.toBeInstanceOf(ChannelFailure);
      expect(await db.ok(admin, 1)).toBe(1);
    });

    it('says so when the provider’s keys cannot be had, and asks again', async () => {
      await provider([{ role: 'reader' }], 'https://nowhere.example/jwks');
      const description: unknown = expect.stringContaining(
        'could not be fetched from https://nowhere.example/jwks: getaddrinfo ENOTFOUND',
      );
      for (const times of [1, 2]) {
        expect(await db.query(token(), 1)).toMatchObject({ status: 500, errors: [{ description }] });
        expect(asked).toHaveLength(times);
      }
    });
  });

  it('AU-39 secrets are not taken for JWTs, ey.xx.yy is, and is nobody’s', async () => {
    expect(looksLikeJwt(admin)).toBe(false);
    expect(looksLikeJwt('ey.xx.yy')).toBe(true);
    expect(await db.query('ey.xx.yy', 1)).toMatchObject(UNAUTHORIZED);
  });

  it('key_from_secret of a JWT is the database, for those who may read it', async () => {
    await provider([{ role: 'reader' }]);
    expect(await db.ok(ROOT_SECRET, { key_from_secret: token() })).toEqual({
      database: { '@ref': { id: 'd', collection: { '@ref': { id: 'databases' } } } },
    });
    expect(await db.query(admin, { key_from_secret: token() })).toMatchObject(failed(403, DENIED));
  });

  it('JW-1 … JW-14 version 4 issues no JWTs itself: an unknown form', async () => {
    const query = { issue_access_jwt: post, expire_in: 60 };
    expect(await db.query(admin, query)).toMatchObject(failed(400, 'invalid expression'));
  });
});
