import { beforeEach, describe, expect, it } from 'vitest';
import { DENIED, failed, o, ROOT_SECRET, TestDatabase, text, type Query } from './database.ts';

// The core's `queries/WriteFunctionsSpec.scala:1245-1445` (spec 6.10).
describe('move_database', () => {
  let db: TestDatabase;
  const root = ROOT_SECRET;
  const at = (...path: readonly string[]): Query =>
    path.reduce<Query>(
      (scope, database) => (scope === undefined ? { database } : { database, scope }),
      undefined,
    );
  const move = (from: Query, to: Query): Query => ({ move_database: from, to });

  beforeEach(async () => {
    db = await TestDatabase.make();
    for (const name of ['a', 'b']) await db.ok(root, { create_database: o({ name }) });
    await db.ok(`${root}:a:admin`, { create_database: o({ name: 'inner', data: o({ x: 1 }) }) });
    await db.ok(`${root}:a/inner:admin`, { create_collection: o({ name: 'things' }) });
  });

  it('WR-45 WR-46 WR-47 WR-54 moves to a sibling and back up, with what is inside', async () => {
    const moved = await db.query(root, move(at('a', 'inner'), at('b')));
    expect(moved).toMatchObject({ status: 201, resource: { name: 'inner', data: { x: 1 } } });
    expect(await db.ok(`${root}:b/inner:admin`, { exists: { collection: 'things' } })).toBe(true);
    expect(await db.query(`${root}:a/inner:admin`, 1)).toMatchObject({ status: 401 });
    await db.ok(`${root}:b/inner:admin`, { create: { collection: 'things' } });
  });

  it('WR-55 WR-56 keys and tokens go on', async () => {
    const inner = `${root}:a/inner:admin`;
    const key = text(await db.ok(inner, { create_key: o({ role: 'server' }) }), 'secret');
    await db.ok(key, {
      create: { ref: { collection: 'things' }, id: '1' },
      params: o({ credentials: o({ password: 'p' }) }),
    });
    const token = text(
      await db.ok(key, { login: { ref: { collection: 'things' }, id: '1' }, params: o({ password: 'p' }) }),
      'secret',
    );
    await db.ok(root, move(at('a', 'inner'), at('b')));
    expect((await db.query(key, { create: { collection: 'things' } })).status).toBe(201);
    expect(await db.ok(token, { has_current_identity: null })).toBe(true);
  });

  it('WR-48 needs an admin', async () => {
    expect(await db.query(`${root}:server`, move(at('a'), at('b')))).toMatchObject(failed(403, DENIED));
  });

  it('WR-49 WR-50 WR-51 refuses a taken name and a place inside itself', async () => {
    await db.ok(`${root}:b:admin`, { create_database: o({ name: 'inner' }) });
    expect(await db.query(root, move(at('a', 'inner'), at('b')))).toMatchObject(
      failed(400, 'instance already exists'),
    );
    for (const [into, name] of [
      [at('a'), 'a'],
      [at('a', 'inner'), 'inner'],
    ] as const)
      expect(await db.query(root, move(at('a'), into))).toMatchObject({
        status: 400,
        errors: [
          {
            position: [],
            code: 'move database error',
            description: `Cannot move database 'a' into parent '${name}': Cannot move database from ancestor to descendant.`,
          },
        ],
      });
  });

  it('WR-52 WR-53 databases that are not there', async () => {
    expect(await db.query(root, move(at('nope'), at('b')))).toMatchObject(
      failed(400, 'invalid ref', ['move_database']),
    );
    expect(await db.query(root, move(at('a'), at('nope')))).toMatchObject(failed(400, 'invalid ref', ['to']));
  });
});
