import { beforeEach, describe, expect, it } from 'vitest';
import { failed, gives, lambda, o, pick, ref, select, TestDatabase, type Query } from './database.ts';
import type { ApiVersion } from '../../../src/backend/core.ts';

type Row = readonly [row: string, query: Query, expected: object];

const wire = (id: string, ...collection: readonly string[]): object => {
  const [first, ...more] = collection;
  return { '@ref': { id, ...(first === undefined ? {} : { collection: wire(first, ...more) }) } };
};
const v = (name: string): Query => ({ var: name });
const badArgument = (...position: readonly (string | number)[]): object =>
  failed(400, 'invalid argument', position);

// The core's `queries/BasicFunctionsSpec.scala`, and how actions are texts (spec 6.10, 6.11).
describe('BasicFunctionsSpec', () => {
  let db: TestDatabase;
  let server: string;
  let admin: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    admin = await db.key('admin');
    await db.ok(server, { create_collection: o({ name: 'users', history_days: 30 }) });
    await db.ok(server, { create: alice, params: o({ data: o({ a: 1, n: o({ b: [1, 2] }) }) }) });
  });

  const alice = ref('users', '1');
  const ALICE = wire('1', 'users', 'collections');
  const documents = { documents: { collection: 'users' } };
  const check = async (query: Query, expected: object, version: ApiVersion = '4'): Promise<void> => {
    expect(await db.query(server, query, version)).toMatchObject(expected);
  };

  describe('refs', () => {
    it.each<Row>([
      ['BU-1 a document', alice, gives(ALICE)],
      ['BU-1 a collection', { collection: 'users' }, gives(wire('users', 'collections'))],
      ['BU-1 a class', { class: 'users' }, gives(wire('users', 'collections'))],
      ['BU-1 an index that is not there', { index: 'i' }, gives(wire('i', 'indexes'))],
      ['BU-1 a function', { function: 'f' }, gives(wire('f', 'functions'))],
      ['BU-1 a role', { role: 'r' }, gives(wire('r', 'roles'))],
      ['BU-1 a database', { database: 'x' }, gives(wire('x', 'databases'))],
      ['BU-1 an access provider', { access_provider: 'p' }, gives(wire('p', 'access_providers'))],
      ['BU-15 with a number', { ref: { collection: 'users' }, id: 1 }, gives(ALICE)],
      ['BU-15 a token', { ref: { tokens: null }, id: '7' }, gives(wire('7', 'tokens'))],
      ['BU-15 a key', { ref: { keys: null }, id: '7' }, gives(wire('7', 'keys'))],
      ['BU-16 not of schema', { ref: { indexes: null }, id: '7' }, badArgument('ref')],
      ['BU-16 not of a text that is no number', { ref: { collection: 'users' }, id: 'x' }, badArgument('id')],
      ['BU-16 not of no collection', { ref: 1, id: '7' }, badArgument('ref')],
      ['BU-16 not of no id', { ref: { collection: 'users' }, id: true }, badArgument('id')],
    ])('%s', (_row, query, expected) => check(query, expected));

    it.each([
      'databases',
      'collections',
      'indexes',
      'functions',
      'roles',
      'keys',
      'tokens',
      'credentials',
      'access_providers',
    ])(
      'BU-2 BU-3 BU-4 BU-38 BU-39 BU-40 the native collection %s, here, elsewhere, and of no database',
      async (name) => {
        await check({ [name]: null }, gives(wire(name)));
        await db.ok(admin, { create_database: o({ name: 'child' }) });
        await check(
          { [name]: { database: 'child' } },
          gives({ '@ref': { id: name, database: wire('child', 'databases') } }),
        );
        await check({ [name]: { database: 'nope' } }, failed(400, 'invalid ref', [name]));
        await check({ [name]: alice }, badArgument(name));
      },
    );

    it.each(['2.1', '2.7'] as const)('BU-20 … BU-24 BU-37 constructors in version %s', async (version) => {
      const word = version === '2.1' ? 'class' : 'collection';
      const native = version === '2.1' ? 'classes' : 'collections';
      const users = { '@ref': { id: 'users', [word]: { '@ref': { id: native } } } };
      for (const key of ['class', 'collection']) await check({ [key]: 'users' }, gives(users), version);
      for (const key of ['classes', 'collections'])
        await check({ [key]: null }, gives({ '@ref': { id: native } }), version);
      await check(alice, gives({ '@ref': { id: '1', [word]: users } }), version);
      await check(
        { get: { [word]: 'nope' } },
        { errors: [{ description: `Ref refers to undefined ${word} 'nope'` }] },
        version,
      );
      await check({ [word]: 1 }, badArgument(word), version);
      await check(
        { index: 'i' },
        gives({ '@ref': { id: 'i', [word]: { '@ref': { id: 'indexes' } } } }),
        version,
      );
    });
  });

  describe('select and contains', () => {
    const event = select({ paginate: alice, events: true }, 'data', 0);
    const page = { paginate: documents };
    const element = select({ paginate: documents, sources: true }, 'data', 0);
    it.each<readonly [row: string, from: Query, path: readonly (string | number)[], value: unknown]>([
      ['BU-6 versions', { get: alice }, ['data', 'n', 'b', 1], 2],
      ['BU-6 versions have a ref', { get: alice }, ['ref'], ALICE],
      ['BU-7 BU-17 events have a document', event, ['document'], ALICE],
      ['BU-7 BU-18 events have an action', event, ['action'], 'create'],
      ['BU-7 BU-19 events have data', event, ['data', 'a'], 1],
      ['BU-8 elements have a value', element, ['value'], ALICE],
      ['BU-9 pages have data', page, ['data', 0], ALICE],
      ['BU-10 refs have an id', alice, ['id'], '1'],
      ['BU-10 refs have a collection', alice, ['collection'], wire('users', 'collections')],
      ['BU-41 also as class', alice, ['class'], wire('users', 'collections')],
    ])('%s', async (_row, from, path, value) => {
      await check({ select: path, from }, gives(value));
      await check({ contains_path: path, in: from }, gives(true));
      await check({ contains: path, in: from }, gives(true));
      await check({ select: [...path, 'nope'], from }, failed(404, 'value not found', ['from']));
      await check({ contains: [...path, 'nope'], in: from }, gives(false));
    });

    it('BU-5 on the identity', async () => {
      const token = await db.token(server, await db.user(server, '2'));
      expect(await db.ok(token, select({ current_identity: null }, 'id'))).toBe('2');
      expect(await db.ok(token, { contains: 'id', in: { current_identity: null } })).toBe(true);
    });

    it('BU-11 sets have nothing to select', async () => {
      await check(select(documents, 'data'), { status: 404 });
      await check({ contains: 'data', in: documents }, gives(false));
    });

    it('BU-44 nothing is read through a ref', async () => {
      await check(select(alice, 'data', 'a'), failed(404, 'value not found', ['from']));
      await check({ contains: ['data', 'a'], in: alice }, gives(false));
    });

    it.each<Row>([
      [
        'BU-33 of each element',
        { select_all: ['a', 'b'], from: o({ a: [o({ b: 1 }), o({ b: 2 })] }) },
        gives([1, 2]),
      ],
      ['BU-34 of what is there', { select_all: 'a', from: [o({ a: 1 }), o({})] }, gives([1])],
      ['BU-35 of nothing', { select_all: 'a', from: o({}) }, gives([])],
      [
        'BU-42 of arrays, flattened',
        { select_all: 'a', from: [o({ a: [1, 2] }), o({ a: 3 })] },
        gives([1, 2, 3]),
      ],
    ])('%s', (_row, query, expected) => check(query, expected));

    const unneeded = { select: 'a', from: o({ a: 1 }), default: { abort: 'evaluated' } };
    it.each(['2.1', '2.7', '2.12'] as const)('BU-43 a default is evaluated anyway in version %s', (version) =>
      check(unneeded, failed(400, 'transaction aborted', ['default']), version),
    );
    it.each(['3', '4'] as const)('BU-45 BU-46 and only when needed in version %s', async (version) => {
      await check(unneeded, gives(1), version);
      await check({ ...unneeded, select: 'b' }, failed(400, 'transaction aborted', ['default']), version);
      await check({ ...unneeded, select: 'b', default: 7 }, gives(7), version);
    });

    it.each<Row>([
      ['BU-47 a path', { contains_path: ['a', 0], in: o({ a: [1] }) }, gives(true)],
      ['BU-48 a path that is not', { contains_path: ['a', 1], in: o({ a: [1] }) }, gives(false)],
      ['BU-48 a path that is none', { contains_path: [true], in: o({}) }, badArgument('contains_path', 0)],
      ['BU-49 a field', { contains_field: 'a', in: o({ a: null }) }, gives(true)],
      ['BU-49 a field that is not', { contains_field: 'b', in: o({ a: null }) }, gives(false)],
      ['BU-50 a field of no object', { contains_field: 'a', in: ['a'] }, badArgument('in')],
      ['BU-50 a field that is no text', { contains_field: 1, in: o({}) }, badArgument('contains_field')],
      ['BU-51 a value of an object', { contains_value: 1, in: o({ a: 1 }) }, gives(true)],
      ['BU-51 a value that is not', { contains_value: 2, in: o({ a: 1 }) }, gives(false)],
      ['BU-52 of an array', { contains_value: [2], in: [1, [2]] }, gives(true)],
      ['BU-53 of a page: its parts, not its elements', { contains_value: [alice], in: page }, gives(true)],
      ['BU-53 not its elements', { contains_value: alice, in: page }, gives(false)],
      ['BU-54 of a set', { contains_value: alice, in: documents }, gives(true)],
      ['BU-55 of a set that has it not', { contains_value: ref('users', '2'), in: documents }, gives(false)],
      ['BU-56 of a ref', { contains_value: '1', in: alice }, gives(true)],
      ['BU-57 of a version', { contains_value: alice, in: { get: alice } }, gives(true)],
      ['BU-58 of an event', { contains_value: alice, in: event }, gives(true)],
      ['BU-59 an element has no members', { contains_value: alice, in: element }, gives(false)],
      ['BU-60 numbers by value', { contains_value: 1.0, in: o({ a: 1 }) }, gives(true)],
      ['BU-61 of a scalar', { contains_value: 1, in: 1 }, badArgument('in')],
    ])('%s', (_row, query, expected) => check(query, expected));

    it.each([
      ['BU-63', select(alice, 'data', 'a'), 1],
      ['BU-64', { contains_path: ['data', 'n', 'b'], in: alice }, true],
    ])('%s version UNSTABLE reads through refs', (_row, query, expected) =>
      check(query, gives(expected), 'UNSTABLE'),
    );
  });

  it.each(['after', 'before'])('BU-12 a cursor that does not resolve: %s', (side) =>
    check(
      { paginate: documents, [side]: wire('1', 'nope', 'collections') },
      failed(400, 'invalid ref', [side]),
    ),
  );

  it('BU-13 abort ends a query', async () => {
    await check(
      { do: [{ create: ref('users', '9') }, { abort: 'stop' }] },
      {
        status: 400,
        errors: [{ position: ['do', 1], code: 'transaction aborted', description: 'stop' }],
      },
    );
    await check({ exists: ref('users', '9') }, gives(false));
    await check({ abort: 1 }, badArgument('abort'));
  });

  it.each(['new_id', 'next_id'])('BU-14 %s is another each time', async (name) => {
    const made = await db.ok(server, [{ [name]: null }, { [name]: null }]);
    expect(pick(made, 0)).toMatch(/^\d{15,19}$/);
    expect(BigInt(String(pick(made, 1)))).toBeGreaterThan(BigInt(String(pick(made, 0))));
    await check({ [name]: 1 }, badArgument(name));
  });

  it.each<Row>([
    ['BU-25 one is equal', { equals: 1 }, gives(true)],
    ['BU-25 none are not', { equals: [] }, badArgument('equals')],
    ['BU-26 numbers by value', { equals: [1, 1.0, { to_double: 1 }] }, gives(true)],
    ['BU-26 all of them', { equals: [1, 1, 2] }, gives(false)],
    ['BU-27 texts', { equals: ['a', 'a'] }, gives(true)],
    ['BU-27 and numbers', { equals: ['1', 1] }, gives(false)],
    ['BU-28 objects whatever the order', { equals: [o({ a: 1, b: 2 }), o({ b: 2, a: 1 })] }, gives(true)],
    [
      'BU-29 arrays in order',
      {
        equals: [
          [1, 2],
          [2, 1],
        ],
      },
      gives(false),
    ],
    ['BU-30 refs, however made', { equals: [alice, { '@ref': 'classes/users/1' }] }, gives(true)],
    ['BU-31 sets', { equals: [documents, documents, { union: [documents] }] }, gives(false)],
    ['BU-31 sets alike', { equals: [documents, documents] }, gives(true)],
    [
      'BU-32 times',
      { equals: [{ '@ts': '2020-01-01T00:00:00Z' }, { '@ts': '2020-01-01T01:00:00+01:00' }] },
      gives(true),
    ],
    ['BU-32 null and nothing else', { equals: [null, false] }, gives(false)],
  ])('%s', (_row, query, expected) => check(query, expected));

  it('BU-36 an update that changes nothing is an event', async () => {
    for (const _ of [1, 2]) {
      db.pass(1);
      await db.ok(server, { update: alice, params: o({}) });
    }
    await check({ count: select({ paginate: { events: alice } }, 'data') }, gives(3));
  });

  describe('actions', () => {
    const actions = {
      map: lambdaOf({ equals: [select(v('e'), 'action'), v('text')] }),
      collection: select({ paginate: { events: alice } }, 'data'),
    };
    const equal = (text: string): Query => ({ let: { text }, in: actions });
    beforeEach(async () => {
      db.pass(1);
      await db.ok(server, { update: alice });
      db.pass(1);
      await db.ok(server, { delete: alice });
    });

    it.each([
      ['4', [true, true, false]],
      ['5', [true, false, false]],
    ] as const)('BU-62 in version %s an update equals the text "create": %j', async (version, expected) => {
      await check(equal('create'), gives(expected), version);
    });

    it('WR-42 an action is a text', async () => {
      const texts = {
        map: lambdaOf({ to_string: select(v('e'), 'action') }),
        collection: select({ paginate: { events: alice } }, 'data'),
      };
      await check(texts, gives(['create', 'update', 'delete']));
    });
    it.each(['create', 'update', 'delete'])('WR-43 a text is an action: %s', (action) =>
      check(
        { insert: ref('users', '5'), ts: 1, action, params: o({}) },
        gives({ action: action === 'update' ? 'create' : action }),
      ),
    );
    it.each(['add', 'Create', 1, null])('WR-44 %j is none', (action) =>
      check({ insert: ref('users', '5'), ts: 1, action, params: o({}) }, badArgument('action')),
    );
  });

  it('DB-15 a database in a database in a database: pending in the core, allowed here', async () => {
    await db.ok(admin, { create_database: o({ name: 'a' }) });
    await db.ok(`${admin}:a:admin`, { create_database: o({ name: 'b' }) });
    expect(await db.ok(`${admin}:a/b:admin`, { create_collection: o({ name: 'c' }) })).toMatchObject({
      name: 'c',
    });
  });

  function lambdaOf(expr: Query): Query {
    return { lambda: 'e', expr };
  }
  it('takes no lambda where a value is wanted', () => check({ equals: [lambda('x', 1), 1] }, gives(false)));
});
