import { beforeEach, describe, expect, it } from 'vitest';
import { DENIED, failed, login, o, pick, TestDatabase, text, type Query, keysOf } from './database.ts';

// The core's `api/CredentialsSpec.scala`, `documents/CredentialsSpec.scala` and CR-16 (spec 6.3).
describe('CredentialsSpec', () => {
  let db: TestDatabase;
  let server: string;
  let admin: string;
  let client: string;
  let alice: Query;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    admin = await db.key('admin');
    client = await db.key('client');
    await db.ok(server, { create_collection: o({ name: 'users' }) });
    alice = await db.user(server, '1');
    await db.ok(server, { create: { ref: { collection: 'users' }, id: '2' } });
  });

  const bob: Query = { ref: { collection: 'users' }, id: '2' };
  const ofBob = { instance: { '@ref': 'classes/users/2' } };
  const post = async (body: object): Promise<string> => {
    const { resource } = await db.rest(server, 'POST', '/credentials', body, '4');
    return `/credentials/${text(resource, 'ref', '@ref', 'id')}`;
  };

  it('CR-1 lists credentials', async () => {
    const path = await post(ofBob);
    const { resource } = await db.rest(server, 'GET', '/credentials', undefined, '4');
    expect(JSON.stringify(resource)).toContain(path.slice('/credentials/'.length));
  });

  it('CR-2 a server key makes credentials, a client key does not', async () => {
    const body = { ...ofBob, password: 'pw' };
    expect(await db.rest(client, 'POST', '/credentials', body)).toMatchObject(
      failed(403, DENIED, ['create']),
    );
    const made = await db.rest(server, 'POST', '/credentials', body);
    expect(made.status).toBe(201);
    expect(keysOf(made.resource)).not.toContain('password');
    expect(await db.query(client, login(bob, 'pw'))).toMatchObject({ status: 201 });
  });

  it('CR-3 needs no password', async () => {
    expect(await db.rest(server, 'POST', '/credentials', ofBob)).toMatchObject({ status: 201 });
    expect(await db.query(server, login(bob, ''))).toMatchObject(failed(400, 'authentication failed'));
  });

  it('CR-4 needs an instance', async () => {
    expect(await db.rest(server, 'POST', '/credentials', { password: 'pw' })).toMatchObject(
      failed(400, 'validation failed', ['create']),
    );
  });

  it('CR-5 reads', async () => {
    expect(await db.rest(server, 'GET', await post(ofBob))).toMatchObject({ status: 200 });
  });

  it('CR-6 a server key replaces the password', async () => {
    const path = await post({ ...ofBob, password: 'old' });
    expect(await db.rest(server, 'PUT', path, { ...ofBob, password: 'new' })).toMatchObject({ status: 200 });
    expect(await db.query(server, login(bob, 'new'))).toMatchObject({ status: 201 });
    expect(await db.query(server, login(bob, 'old'))).toMatchObject({ status: 400 });
  });

  it('CR-7 finds no credentials to replace', async () => {
    expect(await db.rest(server, 'PUT', '/credentials/1234', ofBob)).toMatchObject(
      failed(404, 'instance not found', ['replace']),
    );
  });

  it('CR-8 a server key changes the password without the old one', async () => {
    const path = await post({ ...ofBob, password: 'old' });
    expect(await db.rest(server, 'PATCH', path, { password: 'new' })).toMatchObject({ status: 200 });
    expect(await db.query(server, login(bob, 'new'))).toMatchObject({ status: 201 });
  });

  it('an admin key needs the old one', async () => {
    const path = await post({ ...ofBob, password: 'old' });
    expect(await db.rest(admin, 'PATCH', path, { password: 'new' }, '4')).toMatchObject({
      status: 400,
      errors: [
        {
          code: 'validation failed',
          failures: [
            {
              field: ['current_password'],
              code: 'invalid password',
              description: 'Invalid password at `current_password`.',
            },
          ],
        },
      ],
    });
    const body = { password: 'new', current_password: 'old' };
    expect(await db.rest(admin, 'PATCH', path, body)).toMatchObject({ status: 200 });
  });

  it('CR-9 deletes', async () => {
    const path = await post({ ...ofBob, password: 'pw' });
    expect(await db.rest(server, 'DELETE', path)).toMatchObject({ status: 200 });
    expect(await db.rest(server, 'GET', path)).toMatchObject({ status: 404 });
    expect(await db.query(server, login(bob, 'pw'))).toMatchObject({ status: 400 });
  });

  it('there is one record for each document', async () => {
    await post(ofBob);
    expect(await db.rest(server, 'POST', '/credentials', ofBob, '4')).toMatchObject({
      status: 400,
      errors: [{ position: ['create'], code: 'instance not unique', description: 'document is not unique.' }],
    });
  });

  it('CR-10 side-car credentials exist for their token and for a server', async () => {
    const token = await db.token(server, alice);
    const self = { get: { '@ref': { id: 'self', collection: { '@ref': { id: 'credentials' } } } } };
    const own = await db.ok(token, self);
    expect(await db.ok(server, { get: pick(own, 'ref') })).toEqual(own);
    expect(keysOf(own)).toEqual(['ref', 'ts', 'hashed_password', 'instance']);
  });

  it('CR-11 a new password leaves tokens valid', async () => {
    const token = await db.token(server, alice);
    await db.ok(server, { update: alice, params: o({ credentials: o({ password: 'new' }) }) });
    expect(await db.query(token, 1)).toMatchObject({ status: 200 });
    expect(await db.query(server, login(alice, 'sekrit'))).toMatchObject({ status: 400 });
    expect(await db.query(server, login(alice, 'new'))).toMatchObject({ status: 201 });
  });

  it('CR-12 CR-13 a token makes and deletes no credentials', async () => {
    const token = await db.token(server, alice);
    const self = { '@ref': { id: 'self', collection: { '@ref': { id: 'credentials' } } } };
    const params = o({ instance: bob, password: 'pw' });
    expect(await db.query(token, { create: { credentials: null }, params })).toMatchObject(
      failed(403, DENIED, ['create']),
    );
    expect(await db.query(token, { delete: self })).toMatchObject(failed(403, DENIED));
  });

  it.each([
    ['CR-14 adds none to another document', bob, 'pw'],
    ['CR-15 changes none of another document', alice, 'other'],
  ])('a token %s', async (_, target, password) => {
    await db.user(server, '3');
    const token = await db.token(server, { ref: { collection: 'users' }, id: '3' });
    const document = target ?? { ref: { collection: 'users' }, id: '1' };
    for (const credentials of [o({ password }), null])
      expect(await db.query(token, { update: document, params: o({ credentials }) })).toMatchObject(
        failed(403, DENIED),
      );
    expect(await db.query(server, login(document, password))).toMatchObject({ status: 400 });
    expect((await db.query(server, login({ ref: { collection: 'users' }, id: '1' }, 'sekrit'))).status).toBe(
      201,
    );
  });

  it('CR-16 an admin key sets and changes a password beside the document', async () => {
    const made = await db.ok(
      admin,
      { create: { collection: 'users' }, params: o({ credentials: o({ password: 'one' }) }) },
      '2.7',
    );
    expect(keysOf(made)).toEqual(['ref', 'ts']);
    const changed = await db.ok(
      admin,
      { update: pick(made, 'ref'), params: o({ credentials: o({ password: 'two' }) }) },
      '2.7',
    );
    expect(keysOf(changed)).toEqual(['ref', 'ts']);
    expect(await db.query(admin, login(pick(made, 'ref'), 'one'))).toMatchObject({ status: 400 });
    expect(await db.query(admin, login(pick(made, 'ref'), 'two'))).toMatchObject({ status: 201 });
  });
});
