import { beforeEach, describe, expect, it } from 'vitest';
import { o, pick, TestDatabase, type Query } from '../acceptance/database.ts';

// What becomes of values when they are stored (spec 2.2, 2.9).
const ref = (id: string, collection?: unknown): unknown => ({
  '@ref': collection === undefined ? { id } : { id, collection },
});
const collectionRef = ref('users', ref('collections'));

describe('stored values', () => {
  let db: TestDatabase;
  let server: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    await db.ok(server, { create_collection: o({ name: 'users' }) });
    await db.ok(server, {
      create_index: o({
        name: 'by_a',
        source: { collection: 'users' },
        terms: [o({ field: ['data', 'a'] })],
      }),
    });
  });

  const users = { documents: { collection: 'users' } };
  const match = { match: { index: 'by_a' }, terms: 1 };
  const setOf = (contents: unknown): unknown => ({ '@obj': { '@set': contents } });
  const rows: readonly (readonly [name: string, value: Query, stored: unknown])[] = [
    ['an integer', 9007199254740991, 9007199254740991],
    ['a date', { '@date': '2020-02-29' }, { '@date': '2020-02-29' }],
    ['a time', { '@ts': '2020-02-29T12:00:00.000000001Z' }, { '@ts': '2020-02-29T12:00:00.000000001Z' }],
    ['bytes', { '@bytes': '_-8=' }, { '@bytes': '/+8=' }],
    ['a ref', { ref: { collection: 'users' }, id: '7' }, ref('7', collectionRef)],
    ['a native collection', { tokens: null }, ref('tokens')],
    ['a set of documents', users, setOf({ documents: collectionRef })],
    ['a match', match, setOf({ match: ref('by_a', ref('indexes')), terms: 1 })],
    [
      'a union',
      { union: [users, match] },
      setOf({
        union: [setOf({ documents: collectionRef }), setOf({ match: ref('by_a', ref('indexes')), terms: 1 })],
      }),
    ],
    ['a page', { paginate: users }, { data: [] }],
    ['nulls', [null, [null, 1], o({ x: null })], [[1], {}]],
    [
      'a lambda',
      { query: { lambda: 'x', expr: { var: 'x' } } },
      { '@query': { api_version: '4', lambda: 'x', expr: { var: 'x' } } },
    ],
  ];
  it.each(rows)('%s', async (_, value, stored) => {
    const made = await db.ok(server, {
      create: { collection: 'users' },
      params: o({ data: o({ v: value }) }),
    });
    expect(pick(made, 'data', 'v')).toEqual(stored);
    expect(pick(await db.ok(server, { get: pick(made, 'ref') }), 'data', 'v')).toEqual(stored);
  });

  it('a document becomes its fields, with its collection twice', async () => {
    const inner: Query = {
      create: { ref: { collection: 'users' }, id: '1' },
      params: o({ data: o({ a: 1 }) }),
    };
    const made = await db.ok(server, {
      create: { collection: 'users' },
      params: o({ data: o({ v: inner }) }),
    });
    const ts = pick(made, 'ts');
    expect(Object.entries(pick(made, 'data', 'v') ?? {})).toEqual([
      ['ref', ref('1', collectionRef)],
      ['class', collectionRef],
      ['collection', collectionRef],
      ['ts', ts],
      ['data', { a: 1 }],
    ]);
  });

  it('a singleton cannot be stored, which the core answers with 500', async () => {
    const value = { singleton: { ref: { collection: 'users' }, id: '1' } };
    expect(
      await db.query(server, { create: { collection: 'users' }, params: o({ data: o({ v: value }) }) }),
    ).toMatchObject({
      status: 500,
      errors: [{ code: 'internal server error' }],
    });
  });

  it('an empty data is not stored', async () => {
    const made = await db.ok(server, {
      create: { collection: 'users' },
      params: o({ data: o({ a: null }) }),
    });
    expect(pick(made, 'data')).toBeUndefined();
  });
});
