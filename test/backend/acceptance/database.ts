import { Secrets, seededBytes } from '../../../src/backend/auth/secrets.ts';
import type { KeySource } from '../../../src/backend/auth/jwt/key-source.ts';
import type { ApiVersion, Reply, RestRequest } from '../../../src/backend/core.ts';
import { EmbeddedCore } from '../../../src/backend/query/embedded-core.ts';
import { MemoryStore } from '../../../src/backend/store/memory-store.ts';

/** What a query answered: the status, and `resource` or `errors`. */
export interface Answer {
  readonly status: number;
  readonly resource: unknown;
  readonly errors: unknown;
}

/** Wire JSON of a query. */
export type Query = unknown;

export const ROOT_SECRET = 'secret';

/**
 * A database of its own for one test, without HTTP, with a clock that only the test moves. Each key is made by the root
 * in the database `d`, as test set-ups do.
 */
export class TestDatabase {
  readonly #core: EmbeddedCore;
  readonly #clock: { now: number };

  private constructor(core: EmbeddedCore, clock: { now: number }) {
    this.#core = core;
    this.#clock = clock;
  }

  /** `keys`: what access providers publish. */
  static async make(keys?: KeySource): Promise<TestDatabase> {
    const clock = { now: Date.UTC(2021, 0, 1) };
    const store = new MemoryStore(() => clock.now);
    const secrets = new Secrets(seededBytes('acceptance'), keys);
    const database = new TestDatabase(
      new EmbeddedCore({ store, secrets, rootSecrets: [ROOT_SECRET] }),
      clock,
    );
    await database.ok(ROOT_SECRET, { create_database: o({ name: 'd' }) });
    return database;
  }

  /** Moves the clock on. */
  pass(seconds: number): void {
    this.#clock.now += seconds * 1000;
  }

  async query(secret: string | undefined, query: Query, version: ApiVersion = '4'): Promise<Answer> {
    return this.raw(secret, JSON.stringify(query), version);
  }

  /** As `query`, with the text as it stands. */
  async raw(secret: string | undefined, body: string, version: ApiVersion = '4'): Promise<Answer> {
    const reply = await this.#core.call({
      credential: secret,
      apiVersion: version,
      request: { kind: 'query', text: body, readOnly: false },
      lastSeenTxn: undefined,
      timeoutMs: 60_000,
    });
    return answerOf(reply);
  }

  /** As `query`, but an error fails the test here, with what the server said. */
  async ok(secret: string, query: Query, version: ApiVersion = '4'): Promise<unknown> {
    const answer = await this.query(secret, query, version);
    if (answer.status >= 300) throw new Error(`${JSON.stringify(query)}: ${JSON.stringify(answer)}`);
    return answer.resource;
  }

  /** A request to a legacy path (spec 1.12). */
  async rest(
    secret: string | undefined,
    method: RestRequest['method'],
    path: string,
    body?: unknown,
    version: ApiVersion = '2.0',
  ): Promise<Answer> {
    const [plain = '', search = ''] = path.split('?');
    const reply = await this.#core.call({
      credential: secret,
      apiVersion: version,
      request: {
        kind: 'rest',
        method,
        path: plain,
        parameters: new Map(new URLSearchParams(search)),
        text: body === undefined ? '' : JSON.stringify(body),
      },
      lastSeenTxn: undefined,
      timeoutMs: 60_000,
    });
    return answerOf(reply);
  }

  /** The secret of a new key for the database `d`, whose document lives in the root. */
  async key(role: unknown): Promise<string> {
    return text(
      await this.ok(ROOT_SECRET, { create_key: o({ role, database: { database: 'd' } }) }),
      'secret',
    );
  }

  /** The secret of a new key that lives where it acts. */
  async ownKey(admin: string, role: unknown): Promise<string> {
    return text(await this.ok(admin, { create_key: o({ role }) }), 'secret');
  }

  /** A user of the collection `users` with a password; gives the ref. */
  async user(server: string, id: string, data: Readonly<Record<string, unknown>> = {}): Promise<Query> {
    const target = { ref: { collection: 'users' }, id };
    await this.ok(server, {
      create: target,
      params: o({ data: o(data), credentials: o({ password: 'sekrit' }) }),
    });
    return target;
  }

  /** The secret of a new token of a user. */
  async token(secret: string, user: Query, password = 'sekrit'): Promise<string> {
    return text(await this.ok(secret, login(user, password)), 'secret');
  }
}

/** An object of FQL; its members are expressions. */
export function o(members: Readonly<Record<string, unknown>>): Query {
  return { object: members };
}

export function login(identity: Query, password: unknown): Query {
  return { login: identity, params: o({ password }) };
}

/** A predicate or function body. */
export function lambda(pattern: unknown, expr: Query): Query {
  return { query: { lambda: pattern, expr } };
}

export function select(from: Query, ...path: readonly (string | number)[]): Query {
  return { select: path, from };
}

/** A member of an answer; the test fails where there is none. */
export function pick(value: unknown, ...path: readonly (string | number)[]): unknown {
  let inner = value;
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null)
      throw new Error(`no ${path.join('.')} in ${JSON.stringify(value)}`);
    inner = Object.entries(inner).find(([key]) => key === String(step))?.[1];
  }
  return inner;
}

/** The keys of an answered object, in their order. */
export function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) throw new Error(`no object: ${JSON.stringify(value)}`);
  return Object.keys(value);
}

/** A member that is a string. */
export function text(value: unknown, ...path: readonly (string | number)[]): string {
  const found = pick(value, ...path);
  if (typeof found !== 'string')
    throw new Error(`${path.join('.')} is no string in ${JSON.stringify(value)}`);
  return found;
}

/** The ref of a document. */
export function ref(collection: string, id: string): Query {
  return { ref: { collection }, id };
}

/** The answer of a query that works. */
export function gives(resource: unknown): object {
  return { resource };
}

/** The answer of a query that fails with one error. */
export function failed(status: number, code: string, position: readonly (string | number)[] = []): object {
  return { status, errors: [{ code, position }] };
}

export const DENIED = 'permission denied';
export const UNAUTHORIZED = { status: 401, errors: [{ code: 'unauthorized', description: 'Unauthorized' }] };

function answerOf({ status, body }: Reply): Answer {
  const parsed: unknown = JSON.parse(body);
  return { status, resource: pick(parsed, 'resource'), errors: pick(parsed, 'errors') };
}
