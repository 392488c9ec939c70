import { beforeEach, describe, expect, it } from 'vitest';
import { failed, keysOf, o, pick, TestDatabase, type Query } from './database.ts';

// The core's `api/DocumentSpec.scala` (spec 6.10).
const users = { collection: 'users' };
const alice: Query = { ref: users, id: '1' };

describe('DocumentSpec', () => {
  let db: TestDatabase;
  let server: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    await db.ok(server, { create_collection: o({ name: 'users' }) });
  });

  const make = async (data: Readonly<Record<string, Query>> = {}): Promise<void> => {
    await db.ok(server, { create: alice, params: o({ data: o(data) }) });
  };

  const path = '/classes/users/1';
  it('DC-1 DC-2 DC-5 creates, also with nothing, and shows the class in 2.0 only', async () => {
    expect(await db.rest(server, 'POST', '/classes/users', { data: { a: 1 } })).toMatchObject({
      status: 201,
      resource: { class: { '@ref': 'classes/users' }, data: { a: 1 } },
    });
    const { resource } = await db.rest(server, 'POST', '/classes/users', undefined, '2.1');
    expect(keysOf(resource)).toEqual(['ref', 'ts']);
  });

  it('DC-3 documents that it refers to need not exist', async () => {
    const body = { data: { friend: { '@ref': 'classes/users/99' } } };
    expect(await db.rest(server, 'POST', '/classes/users', body)).toMatchObject({ status: 201 });
  });

  it('DC-4 of two equal keys the first is the one', async () => {
    const text = '{"create":{"collection":"users"},"params":{"object":{"data":{"object":{"a":1,"a":2}}}}}';
    expect(pick((await db.raw(server, text)).resource, 'data')).toEqual({ a: 1 });
  });

  it('DC-6 DC-8 DC-9 DC-10 replaces, updates, reads, deletes', async () => {
    await make({ a: 1 });
    expect(await db.rest(server, 'PATCH', path, { data: { b: 2 } })).toMatchObject({
      resource: { data: { a: 1, b: 2 } },
    });
    expect((await db.rest(server, 'PUT', path, { data: { c: 3 } })).resource).toMatchObject({
      data: { c: 3 },
    });
    expect(pick((await db.rest(server, 'GET', path)).resource, 'data')).toEqual({ c: 3 });
    expect(await db.rest(server, 'DELETE', path)).toMatchObject({ status: 200 });
    expect(await db.rest(server, 'GET', path)).toMatchObject({ status: 404 });
  });

  it('DC-7 a unique index refuses', async () => {
    await db.ok(server, {
      create_index: o({
        name: 'unique',
        source: users,
        terms: [o({ field: ['data', 'a'] })],
        unique: true,
      }),
    });
    await make({ a: 1 });
    expect(await db.rest(server, 'POST', '/classes/users', { data: { a: 1 } })).toMatchObject(
      failed(400, 'instance not unique', ['create']),
    );
    await db.ok(server, { create: { ref: users, id: '2' } });
    expect(await db.rest(server, 'PATCH', '/classes/users/2', { data: { a: 1 } })).toMatchObject(
      failed(400, 'instance not unique'),
    );
  });

  it('DC-11 DC-12 an id is free again after a deletion', async () => {
    await make();
    expect(await db.rest(server, 'POST', path, {})).toMatchObject({ status: 400 });
    await db.ok(server, { delete: alice });
    expect(await db.rest(server, 'POST', path, {})).toMatchObject({ status: 201 });
  });
});
