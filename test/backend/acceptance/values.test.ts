import { beforeEach, describe, expect, it } from 'vitest';
import { failed, gives, lambda, o, ref, ROOT_SECRET, TestDatabase, type Query } from './database.ts';

type Row = readonly [row: string, query: Query, expected: object];

const invalid = (...position: readonly (string | number)[]): object =>
  failed(400, 'invalid expression', position);
const wire = (id: string, ...collection: readonly string[]): object => {
  const [first, ...more] = collection;
  return { '@ref': { id, ...(first === undefined ? {} : { collection: wire(first, ...more) }) } };
};
const USERS = wire('users', 'collections');
const ALICE = wire('1', 'users', 'collections');

// The core's `ast/ExtendedTypesSpec.scala`, `RefParserSpec.scala` and `ast/ErrorSpec.scala` (spec 6.7, 6.11).
describe('values on the wire', () => {
  let db: TestDatabase;
  let server: string;
  let admin: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    admin = await db.key('admin');
    await db.ok(server, { create_collection: o({ name: 'users', history_days: 30 }) });
    await db.ok(server, { create: ref('users', '1'), params: o({ data: o({ a: 1 }) }) });
    await db.ok(admin, { create_database: o({ name: 'child' }) });
    await db.ok(`${admin}:child:admin`, { create_collection: o({ name: 'inner' }) });
  });

  const check = async (query: Query, expected: object): Promise<void> => {
    expect(await db.query(server, query)).toMatchObject(expected);
  };
  /** A ref in the database `child`. */
  const inChild = (path: object): Query => ({ '@ref': { ...path, database: wire('child', 'databases') } });

  describe('ExtendedTypesSpec', () => {
    it.each<Row>([
      ['ET-1 a ref as a string', { '@ref': 'classes/users/1' }, gives(ALICE)],
      ['ET-1 of a collection', { '@ref': 'collections/users' }, gives(USERS)],
      ['ET-1 of a native one', { '@ref': 'tokens' }, gives(wire('tokens'))],
      ['ET-2 a string that is none', { '@ref': 'some ref' }, invalid()],
      ['ET-2 nor this', { '@ref': 'nope/1' }, invalid()],
      [
        'ET-3 one that does not resolve',
        wire('1', 'nope', 'collections'),
        gives(wire('1', 'nope', 'collections')),
      ],
      [
        'ET-3 needed where it is',
        { get: wire('1', 'nope', 'collections') },
        failed(400, 'invalid ref', ['get']),
      ],
      ['ET-4 a tag with wrong content', { '@ref': 1 }, invalid()],
      ['ET-4 a set that is none', { '@set': 1 }, invalid()],
      ['ET-4 a time that is none', { '@ts': 1 }, invalid()],
      ['ET-4 a date that is none', { '@date': null }, invalid()],
      ['ET-4 a lambda that is none', { '@query': 1 }, invalid()],
      ['ET-4 bytes that are none', { '@bytes': 1 }, invalid()],
      ['ET-4 a UUID that is none', { '@uuid': 'x' }, invalid()],
      ['ET-8 @obj means: no form', { object: { '@obj': { add: 1 } } }, gives({ add: 1 })],
      [
        'ET-9 and keeps keys with @',
        { object: { '@obj': { '@name': 1 } } },
        gives({ '@obj': { '@name': 1 } }),
      ],
      [
        'ET-10 a field with such a key',
        o({ a: o({ '@name': 1 }) }),
        gives({ a: { '@obj': { '@name': 1 } } }),
      ],
      ['ET-11 let takes it', { let: { '@obj': { '@x': 1 } }, in: { var: '@x' } }, gives(1)],
      ['ET-11 what is in it is a query', { '@obj': { add: [1, 2] } }, gives(3)],
      ['ET-12 a set of events', { '@set': { events: ALICE } }, gives({ '@set': { events: ALICE } })],
      ['ET-13 a singleton', { '@set': { singleton: ALICE } }, gives({ '@set': { singleton: ALICE } })],
      [
        'ET-14 events of a set',
        { events: { documents: { collection: 'users' } } },
        gives({ '@set': { events: { documents: USERS } } }),
      ],
      [
        'ET-15 a time',
        { '@ts': '2020-01-01T00:00:00.1234Z' },
        gives({ '@ts': '2020-01-01T00:00:00.123400Z' }),
      ],
      ['ET-16 a date', { '@date': '2020-01-01' }, gives({ '@date': '2020-01-01' })],
      [
        'ET-17 a lambda',
        { '@query': { lambda: 'x', expr: { var: 'x' } } },
        gives({ '@query': { api_version: '2.12', lambda: 'x', expr: { var: 'x' } } }),
      ],
      ['ET-17 with something unbound', { '@query': { lambda: 'x', expr: { var: 'y' } } }, invalid()],
      ['ET-17 with a key too many', { '@query': { lambda: 'x', expr: 1, more: 1 } }, invalid()],
      [
        'ET-17 of a version that is none',
        { '@query': { api_version: '1', lambda: 'x', expr: 1 } },
        invalid(),
      ],
      ['ET-19 bytes, URL-safe and without padding', { '@bytes': '-_8' }, gives({ '@bytes': '+/8=' })],
      [
        'ET-20 a UUID',
        { '@uuid': 'A0B1C2D3-0000-4000-8000-00000000000F' },
        gives({ '@uuid': 'a0b1c2d3-0000-4000-8000-00000000000f' }),
      ],
    ])('%s', (_row, query, expected) => check(query, expected));

    it('ET-5 refs into a child database', async () => {
      const inner = {
        '@ref': { id: 'inner', collection: wire('collections'), database: wire('child', 'databases') },
      };
      await check(inner, gives(inner));
      await check({ exists: inner }, gives(true));
      await check(inChild({ id: 'tokens' }), gives(inChild({ id: 'tokens' })));
    });

    it('ET-6 ET-7 a database that is unknown or out of reach', async () => {
      for (const name of ['nope', 'd']) {
        const there = {
          '@ref': { id: 'c', collection: wire('collections'), database: wire(name, 'databases') },
        };
        await check(there, gives(there));
        await check({ get: there }, failed(400, 'invalid ref', ['get']));
      }
    });

    it.each(['2.0', '2.1', '2.7', '2.12'] as const)(
      'ET-18 a lambda of version %s shows no version',
      async (version) => {
        const answer = await db.query(server, lambda('x', 1), version);
        expect(answer.resource).toEqual({ '@query': { lambda: 'x', expr: 1 } });
      },
    );
    it.each(['3', '4', '5', 'UNSTABLE'] as const)('ET-18 one of version %s does', async (version) => {
      const answer = await db.query(server, lambda('x', 1), version);
      expect(answer.resource).toEqual({ '@query': { api_version: version, lambda: 'x', expr: 1 } });
    });
  });

  describe('RefParserSpec', () => {
    it.each([
      'databases',
      'classes',
      'collections',
      'indexes',
      'functions',
      'roles',
      'keys',
      'tokens',
      'credentials',
      'databases/x',
      'classes/users',
      'classes/users/1',
      'collections/users/1',
      'indexes/a.b-c_d~e',
      'functions/f',
      'roles/r',
      'keys/1',
      'tokens/1',
      'credentials/1',
      'tokens/9223372036854775807',
    ])('RP-1 %s is a ref', (path) => check({ '@ref': path }, { status: 200 }));

    it.each([
      '',
      'x',
      'x/1',
      'tokens/x',
      'keys/1/2',
      'classes/users/x',
      'classes/users/9223372036854775808',
      'classes/a b',
    ])('RP-1 "%s" is none', (path) => check({ '@ref': path }, invalid()));

    it.each([
      ['RP-2 a document’s', '/classes/users/1/events', 'create'],
      ['RP-3 a collection’s documents', '/classes/events', 'add'],
    ])('%s events have a path', async (_row, path, action) => {
      expect(await db.rest(server, 'GET', path, undefined, '4')).toMatchObject(gives({ data: [{ action }] }));
    });

    it.each(['/classes/users', 'classes/users/', 'classes//users', 'classes/users/1/events/2', 'tokens/1/x'])(
      'RP-4 %s has a slash or a part too many',
      (path) => check({ '@ref': path }, invalid()),
    );

    it.each(['keys', 'tokens', 'credentials', 'collections', 'indexes', 'functions', 'roles', 'databases'])(
      'RP-5 %s of another database',
      (id) => check(inChild({ id }), gives(inChild({ id }))),
    );

    const at = (id: unknown, collection: unknown = USERS): Query => ({ '@ref': { id, collection } });
    it.each<Row>([
      [
        'RP-6 nested refs need no tag',
        at('1', { id: 'users', collection: { id: 'collections' } }),
        gives(ALICE),
      ],
      ['RP-6 numbers as ids', at(1), gives(ALICE)],
      ['RP-6 an id that is no number', at('x'), invalid('id')],
      ['RP-6 an id that is too large', at('9223372036854775808'), invalid('id')],
      ['RP-6 an id of another type', at(true), invalid('id')],
      ['RP-6 a collection that is none', at('1', 'collections/users'), invalid('class')],
      [
        'RP-6 a document has no database',
        { '@ref': { id: '1', collection: USERS, database: wire('child', 'databases') } },
        invalid('database'),
      ],
      ['RP-6 self without one', at('self'), invalid()],
      ['RP-7 a native collection needs none', { '@ref': { id: 'keys' } }, gives(wire('keys'))],
      ['RP-7 a document does', { '@ref': { id: 'users' } }, invalid('id')],
      ['RP-7 also one with a number', { '@ref': { id: 1 } }, invalid('id')],
      ['RP-7 no id', { '@ref': {} }, invalid()],
      [
        'RP-8 where null is allowed, both types are named',
        { keys: 1 },
        { errors: [{ position: ['keys'], description: 'Database Ref or Null expected, Integer provided.' }] },
      ],
    ])('%s', (_row, query, expected) => check(query, expected));
  });

  describe('ErrorSpec', () => {
    it('ER-1 an error is where, what and why', async () => {
      const answer = await db.query(server, { add: [1, 'x'] });
      expect(answer.errors).toEqual([
        { position: ['add', 1], code: 'invalid argument', description: 'Number expected, String provided.' },
      ]);
    });

    it('ER-2 one of a function’s call has its cause', async () => {
      await db.ok(server, { create_function: o({ name: 'f', body: lambda('_', { add: [1, 'x'] }) }) });
      const answer = await db.query(server, { call: { function: 'f' } });
      expect(answer.errors).toEqual([
        {
          position: [],
          code: 'call error',
          description: 'Calling the function resulted in an error.',
          cause: [
            {
              position: ['expr', 'add', 1],
              code: 'invalid argument',
              description: 'Number expected, String provided.',
            },
          ],
        },
      ]);
    });

    it('ER-3 one of a validation has its failures', async () => {
      const answer = await db.query(ROOT_SECRET, { create_key: o({}) });
      expect(answer.errors).toEqual([
        {
          position: ['create_key'],
          code: 'validation failed',
          description: 'document data is not valid.',
          failures: [{ field: ['role'], code: 'value required', description: 'Required value not found.' }],
        },
      ]);
    });
  });
});
