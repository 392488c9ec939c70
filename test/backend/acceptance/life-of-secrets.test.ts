import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { o, pick, TestDatabase, text, type Query } from './database.ts';

// Spec 3.3 as a model: whatever happens to users, passwords and tokens, in whatever order, a secret works when the model
// says so, and at no other time.
interface Token {
  readonly user: string;
  readonly secret: string;
  readonly ref: Query;
  readonly expires: number;
  isGone: boolean;
}

class World {
  readonly users = new Set<string>();
  readonly passwords = new Map<string, string>();
  readonly tokens: Token[] = [];
  now = 0;
  readonly db: TestDatabase;
  readonly server: string;
  constructor(db: TestDatabase, server: string) {
    this.db = db;
    this.server = server;
  }

  works({ user, expires, isGone }: Token): boolean {
    return !isGone && this.users.has(user) && this.now < expires;
  }

  async status(secret: string, query: Query): Promise<number> {
    return (await this.db.query(secret, query)).status;
  }
}

type Step = (world: World) => Promise<void>;

/** Makes a counterexample read as what was done. */
function named(label: string, step: Step): Step {
  return Object.assign((world: World) => step(world), { [fc.toStringMethod]: () => label });
}

const FOREVER = Number.MAX_SAFE_INTEGER;
const userRef = (id: string): Query => ({ ref: { collection: 'users' }, id });
const user = fc.constantFrom('1', '2');
const password = fc.constantFrom('one', 'two', '');

const create =
  (id: string, chosen: string): Step =>
  async (world) => {
    const params = o({ credentials: o({ password: chosen }) });
    const isNew = !world.users.has(id);
    expect(await world.status(world.server, { create: userRef(id), params })).toBe(isNew ? 201 : 400);
    if (!isNew) return;
    world.users.add(id);
    // Credentials that outlived their document are the new one's.
    world.passwords.set(id, chosen);
  };

const remove =
  (id: string): Step =>
  async (world) => {
    expect(await world.status(world.server, { delete: userRef(id) })).toBe(
      world.users.delete(id) ? 200 : 404,
    );
  };

const change =
  (id: string, chosen: string): Step =>
  async (world) => {
    const params = o({ credentials: o({ password: chosen }) });
    const isThere = world.users.has(id);
    expect(await world.status(world.server, { update: userRef(id), params })).toBe(isThere ? 200 : 404);
    if (isThere) world.passwords.set(id, chosen);
  };

const enter =
  (id: string, tried: string, ttl: number | undefined): Step =>
  async (world) => {
    const expires = ttl === undefined ? FOREVER : world.now + ttl;
    const until = new Date(Date.UTC(2021, 0, 1) + expires * 1000);
    const params = o({
      password: tried,
      ...(ttl === undefined ? {} : { ttl: { '@ts': until.toISOString() } }),
    });
    const answer = await world.db.query(world.server, { login: userRef(id), params });
    // The document itself is not looked at: only its credentials are.
    const isRight = world.passwords.get(id) === tried;
    expect(answer.status).toBe(isRight ? 201 : 400);
    expect(await world.db.ok(world.server, { identify: userRef(id), password: tried })).toBe(isRight);
    if (!isRight) return;
    const made = answer.resource;
    world.tokens.push({
      user: id,
      secret: text(made, 'secret'),
      ref: pick(made, 'ref'),
      expires,
      isGone: false,
    });
  };

const leave =
  (place: number, all: boolean): Step =>
  async (world) => {
    const token = world.tokens[place % Math.max(1, world.tokens.length)];
    if (token === undefined) return;
    const works = world.works(token);
    expect(await world.status(token.secret, { logout: all })).toBe(works ? 200 : 401);
    if (!works) return;
    for (const other of world.tokens)
      if (other === token || (all && other.user === token.user)) other.isGone = true;
  };

const revoke =
  (place: number): Step =>
  async (world) => {
    const token = world.tokens[place % Math.max(1, world.tokens.length)];
    if (token === undefined) return;
    const isThere = !token.isGone && world.now < token.expires;
    expect(await world.status(world.server, { delete: token.ref })).toBe(isThere ? 200 : 404);
    token.isGone = true;
  };

const wait =
  (seconds: number): Step =>
  async (world) => {
    world.db.pass(seconds);
    world.now += seconds;
  };

const ttl = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(user, password).map(([id, chosen]) => named(`create ${id} "${chosen}"`, create(id, chosen))),
  user.map((id) => named(`delete ${id}`, remove(id))),
  fc.tuple(user, password).map(([id, chosen]) => named(`password ${id} "${chosen}"`, change(id, chosen))),
  {
    weight: 3,
    arbitrary: fc
      .tuple(user, password, ttl)
      .map(([id, tried, until]) => named(`login ${id} "${tried}" ${String(until)}`, enter(id, tried, until))),
  },
  fc
    .tuple(fc.nat(9), fc.boolean())
    .map(([place, all]) => named(`logout ${String(place)} ${String(all)}`, leave(place, all))),
  fc.nat(9).map((place) => named(`revoke ${String(place)}`, revoke(place))),
  fc.integer({ min: 1, max: 3 }).map((seconds) => named(`wait ${String(seconds)}`, wait(seconds))),
);

describe('the life of secrets', () => {
  it('is what the model says, after any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const db = await TestDatabase.make();
        const world = new World(db, await db.key('server'));
        await db.ok(world.server, { create_collection: o({ name: 'users' }) });
        await create('1', 'one')(world);
        for (const run of steps) {
          await run(world);
          for (const token of world.tokens)
            expect(await world.status(token.secret, { current_identity: null })).toBe(
              world.works(token) ? 200 : 401,
            );
        }
      }),
      { numRuns: 25 },
    );
  });
});
