import { beforeEach, describe, expect, it } from 'vitest';
import { DENIED, failed, lambda, o, pick, TestDatabase, text, type Query } from './database.ts';

// The core's `queries/WritePermissionsSpec.scala`, `api/RoleSpec.scala` and `documents/RoleSpec.scala` (spec 6.6).
const users = { collection: 'users' };
const posts = { collection: 'posts' };
const document = (id: string, collection: Query = posts): Query => ({ ref: collection, id });
const own = document('1', users);

describe('roles as documents, and who writes without one', () => {
  let db: TestDatabase;
  let server: string;
  let admin: string;

  beforeEach(async () => {
    db = await TestDatabase.make();
    server = await db.key('server');
    admin = await db.key('admin');
    for (const name of ['users', 'posts']) await db.ok(server, { create_collection: o({ name }) });
    for (const id of ['1', '2']) await db.user(server, id);
  });

  const status = async (secret: string, query: Query): Promise<number> =>
    (await db.query(secret, query)).status;

  describe('WritePermissionsSpec', () => {
    const answers: readonly (readonly [id: string, query: Query, position: readonly string[]])[] = [
      ['WP-1 create', { create: users }, ['create']],
      ['WP-2 update', { update: own, params: o({}) }, []],
      ['WP-3 replace', { replace: own, params: o({}) }, []],
      ['WP-4 delete', { delete: own }, []],
    ];
    it.each(answers)('%s', async (_, query, position) => {
      const others = await db.token(server, document('2', users));
      for (const secret of [await db.key('client'), await db.token(server, own), others])
        expect(await db.query(secret, query, '2.1')).toMatchObject(failed(403, DENIED, position));
      for (const secret of [server, admin]) {
        expect((await db.query(secret, query, '2.1')).status).toBeLessThan(300);
        await db.query(server, { create: own });
      }
    });
  });

  describe('RoleSpec', () => {
    const roles = { '@ref': 'roles/r' };
    const privilege = { resource: { '@ref': 'classes/posts' }, actions: { read: true } };

    it('RL-1 RL-2 lists and reads what was made', async () => {
      const { status: made, resource } = await db.rest(admin, 'POST', '/roles', {
        name: 'r',
        privileges: [privilege],
      });
      expect(made).toBe(201);
      expect(await db.rest(admin, 'GET', '/roles')).toMatchObject({ resource: { data: [roles] } });
      expect((await db.rest(admin, 'GET', '/roles/r')).resource).toEqual(resource);
    });

    it('RL-3 RL-4 RL-5 renames, replaces and deletes', async () => {
      await db.rest(admin, 'POST', '/roles', { name: 'r', privileges: [privilege] });
      expect(await db.rest(admin, 'PATCH', '/roles/r', { name: 's' })).toMatchObject({
        resource: { name: 's' },
      });
      const other = { ...privilege, actions: { write: true } };
      expect(await db.rest(admin, 'PUT', '/roles/s', { privileges: [other] })).toMatchObject({
        resource: { name: 's', privileges: [{ actions: { write: true } }] },
      });
      expect(await db.rest(admin, 'DELETE', '/roles/s')).toMatchObject({ status: 200 });
      expect(await db.rest(admin, 'GET', '/roles/s')).toMatchObject({ status: 404 });
    });

    const failures = async (members: Readonly<Record<string, Query>>): Promise<unknown> =>
      pick((await db.query(admin, { create_role: o({ name: 'x', ...members }) })).errors, 0, 'failures');

    it('RL-6 RL-7 RL-8 only the name is required, unknown fields are dropped', async () => {
      expect(await failures({ name: null })).toEqual([
        { field: ['name'], code: 'value required', description: 'Required value not found.' },
      ]);
      const dirty = { resource: posts, foo: 1, actions: o({ read: true, bar: true }) };
      for (const privileges of [o(dirty), [o(dirty)]]) {
        const made = await db.ok(admin, {
          create_role: o({ name: 'x', foo: 1, privileges, membership: o({ resource: users, foo: 1 }) }),
        });
        expect(JSON.stringify(made)).not.toMatch(/foo|bar/);
        await db.ok(admin, { delete: { role: 'x' } });
      }
    });

    it('RL-9 an action is a boolean or a lambda', async () => {
      expect(await failures({ privileges: o({ resource: posts, actions: o({ read: 1 }) }) })).toEqual([
        {
          field: ['actions', 'read'],
          code: 'invalid type',
          description: 'Invalid type Long, expected type RoleAction.',
        },
      ]);
    });

    const arities: readonly (readonly [action: string, arity: number])[] = [
      ['read', 1],
      ['write', 2],
      ['create', 1],
      ['create_with_id', 2],
      ['delete', 1],
      ['history_read', 1],
      ['history_write', 4],
      ['unrestricted_read', 1],
      ['call', 1],
    ];
    it.each(arities)('RL-10 RL-11 %s takes lambdas of %i', async (action, arity) => {
      const wrong = lambda(['a', 'b', 'c', 'd', 'e'], true);
      expect(await failures({ privileges: o({ resource: posts, actions: o({ [action]: wrong }) }) })).toEqual(
        [
          {
            field: ['privileges', 'actions', action],
            code: 'invalid arity',
            description: `Found lambda with arity 5 expected ${String(arity)}`,
          },
        ],
      );
      const privileges = o({ resource: posts, actions: o({ [action]: lambda('_', true) }) });
      expect(await status(admin, { create_role: o({ name: 'x', privileges }) })).toBe(201);
    });

    it('RL-12 a membership predicate takes one', async () => {
      expect(
        await failures({ membership: o({ resource: users, predicate: lambda(['a', 'b'], true) }) }),
      ).toEqual([
        {
          field: ['membership', 'predicate'],
          code: 'invalid arity',
          description: 'Found lambda with arity 2 expected 1',
        },
      ]);
    });

    it('RL-13 a taken name is refused', async () => {
      await db.ok(admin, { create_role: o({ name: 'x' }) });
      const answer = await db.query(admin, { create_role: o({ name: 'x' }) });
      expect(answer).toMatchObject(failed(400, 'instance already exists', ['create_role']));
      expect(text(answer.errors, 0, 'description')).toBe('Role already exists.');
    });
  });
});
