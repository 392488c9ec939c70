import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../src/backend/index.ts';
import { ask, openRaw, requestBytes, valueOf, type RawAnswer, type RawRequest } from '../http/raw.ts';
import { lambda, login, o, pick, ref, text, type Query } from './database.ts';
import type { RunningBackend } from '../../../src/backend/backend.ts';

// Rows that only HTTP shows: the core's `api/ProtocolSpec.scala`, `api/QueryEndpointSpec.scala`, `api/TracingSpec.scala`,
// `api/AuthorizedSpec.scala`, `queries/MetricsSpec.scala` and parts of `queries/AuthSpec.scala` (spec 6.5, 6.8).
let backend: RunningBackend;
let port: number;
/** Secrets that act in the database `d`. */
let secrets: Readonly<Record<'root' | 'admin' | 'server' | 'client' | 'token', string>>;

beforeAll(async () => {
  backend = await startEmbedded();
  port = Number(new URL(backend.url).port);
  const root = backend.rootSecret;
  await made({ create_database: o({ name: 'd' }) }, root);
  const key = async (role: string): Promise<string> =>
    text(await made({ create_key: o({ role, database: { database: 'd' } }) }, root), 'secret');
  const server = await key('server');
  const admin = await key('admin');
  await made({ create_collection: o({ name: 'users', history_days: 30 }) }, server);
  const credentials = o({ password: 'sekrit' });
  await made({ create: ref('users', '1'), params: o({ data: o({ a: 1 }), credentials }) }, server);
  await made(
    {
      create_index: o({
        name: 'by_a',
        source: { collection: 'users' },
        terms: [o({ field: ['data', 'a'] })],
      }),
    },
    server,
  );
  const membership = o({ resource: { collection: 'users' } });
  const privileges = o({ resource: { collection: 'users' }, actions: o({ read: true }) });
  await made({ create_role: o({ name: 'reader', membership, privileges }) }, admin);
  const token = text(await made(login(ref('users', '1'), 'sekrit'), server), 'secret');
  secrets = { root, admin, server, client: await key('client'), token };
});
afterAll(() => backend[Symbol.asyncDispose]());

/** One request; `secret` is what the `Authorization` header bears. */
async function send(request: RawRequest, secret: string | undefined = secrets.server): Promise<RawAnswer> {
  const headers = { Authorization: secret === undefined ? '' : `Bearer ${secret}`, ...request.headers };
  return ask(port, { ...request, headers });
}
const nobody = (request: RawRequest): Promise<RawAnswer> =>
  ask(port, { ...request, headers: { Authorization: '', ...request.headers } });
const query = (wire: Query, secret?: string, headers = {}): Promise<RawAnswer> =>
  send({ body: JSON.stringify(wire), headers }, secret);
async function made(wire: Query, secret: string): Promise<unknown> {
  const { body } = await query(wire, secret);
  return pick(JSON.parse(body), 'resource');
}
const get = (wire: Query): RawRequest => ({
  method: 'GET',
  path: `/?q=${encodeURIComponent(JSON.stringify(wire))}`,
});
const header = ({ headers }: RawAnswer, name: string): string | undefined => valueOf(headers, name);
const refused = (code: string, description: string): string =>
  JSON.stringify({ errors: [{ code, description }] });
const problem = ({ body }: RawAnswer): unknown => pick(JSON.parse(body), 'errors', 0);

describe('AuthSpec', () => {
  it('AU-1 X-Query-Time is there for a valid key, not on 401', async () => {
    expect(header(await query(1), 'x-query-time')).toMatch(/^\d+$/);
    expect(header(await query(1, 'nonsense'), 'x-query-time')).toBeUndefined();
  });

  it('AU-2 so is the trace', async () => {
    const traced = { 'X-Trace': '1' };
    expect(pick(JSON.parse((await query(1, undefined, traced)).body), 'trace')).toBeInstanceOf(Array);
    expect(pick(JSON.parse((await query(1, 'nonsense', traced)).body), 'trace')).toBeUndefined();
  });

  const basic = (plain: string): string => `Basic ${Buffer.from(plain).toString('base64')}`;
  it.each(['', ':@doc/users/1'])(
    'AU-9 a colon behind the Base64 does no harm (scope "%s")',
    async (scope) => {
      for (const end of [':', '']) {
        const Authorization = `${basic(`${secrets.server}${scope}`)}${end}`;
        expect((await query(1, undefined, { Authorization })).status).toBe(200);
      }
    },
  );

  it.each(['Basic !!!', 'Basic', `Basic ${'A'.repeat(5)}`])('AU-10 "%s" is nobody', async (Authorization) => {
    expect((await query(1, undefined, { Authorization })).status).toBe(401);
  });

  it('a JWT of an issuer that nobody knows breaks the channel, as the core was seen to', async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const answer = await query(1, `${part({ alg: 'RS256' })}.${part({ iss: 'https://x.example/' })}.AA`);
    expect(answer).toMatchObject({ status: 500, body: '{ "error": "internal server error" }\n' });
    expect((await query(1, 'ey.xx.yy')).status).toBe(401);
  });

  it('AZ-1 says whose a secret is', async () => {
    const answer = await send({ method: 'GET', path: '/authorized' });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({
      account: '0',
      global_id: expect.stringMatching(/^[a-z0-9]{13}$/),
    });
  });
  it('AZ-2 is a 401 for none', async () => {
    expect((await send({ method: 'GET', path: '/authorized' }, 'nonsense')).status).toBe(401);
  });
  it('AZ-3 is not for POST', async () => {
    expect((await send({ path: '/authorized' })).status).toBe(405);
  });
});

describe('ProtocolSpec', () => {
  const ORIGIN = { Origin: 'https://app.example' };
  const EXPOSED =
    'x-txn-time, x-compute-ops, x-byte-read-ops, x-byte-write-ops, x-query-time, x-query-bytes-in, x-query-bytes-out, x-storage-bytes-read, x-storage-bytes-write, x-txn-retries';

  it('PR-1 an unknown path, even for nobody', async () => {
    expect(await nobody({ method: 'GET', path: '/nope' })).toMatchObject({
      status: 404,
      body: refused('not found', 'Not Found'),
    });
  });

  it('PR-2 a lone surrogate comes back as a question mark', async () => {
    expect((await send({ body: '"\\ud800"' })).body).toBe('{"resource":"?"}');
    expect((await send({ body: '"é€😀"' })).body).toBe('{"resource":"é€😀"}');
  });

  it('PR-3 answers a preflight', async () => {
    const answer = await nobody({ method: 'OPTIONS', headers: ORIGIN });
    expect(answer.status).toBe(200);
    expect(header(answer, 'access-control-allow-origin')).toBe(ORIGIN.Origin);
    expect(header(answer, 'access-control-allow-credentials')).toBe('true');
    expect(header(answer, 'access-control-max-age')).toBe('86400');
    expect(header(answer, 'access-control-allow-methods')).toBe('GET, POST, PUT, PATCH, DELETE');
    expect(header(answer, 'access-control-allow-headers')).toMatch(
      /^accept-encoding, authorization, .*x-performance-hints$/,
    );
    expect(header(answer, 'access-control-expose-headers')).toBe('');
  });

  it('PR-4 exposes ten headers', async () => {
    expect(header(await query(1, undefined, ORIGIN), 'access-control-expose-headers')).toBe(EXPOSED);
  });

  it('PR-5 has CORS headers for an origin only', async () => {
    const names = (await query(1)).headers.map(([name]) => name);
    expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('PR-6 OPTIONS without an origin is no method', async () => {
    expect((await send({ method: 'OPTIONS' })).status).toBe(405);
  });

  it('PR-7 names the host when it traces, the build always', async () => {
    const [plain, traced] = [await query(1), await query(1, undefined, { 'X-Trace': '1' })];
    expect([header(plain, 'x-faunadb-host'), header(plain, 'x-faunadb-build')]).toEqual([
      undefined,
      'unknown',
    ]);
    expect(header(traced, 'x-faunadb-host')).toMatch(/./);
    expect(header(traced, 'x-faunadb-build')).toBe('unknown');
  });

  it('PR-8 a millisecond is too little (the 440 of the row is version UNSTABLE’s own wording, not determined: 503)', async () => {
    const answer = await query(1, undefined, { 'X-Query-Timeout': '1' });
    expect(answer.status).toBe(503);
    expect(problem(answer)).toMatchObject({ code: 'time out' });
  });

  it('PR-9 bad tags', async () => {
    const answer = await query(1, undefined, { 'X-Fauna-Tags': 'a' });
    expect(answer.status).toBe(400);
    expect(problem(answer)).toEqual({
      code: 'bad request',
      description: "Invalid header 'x-fauna-tags': invalid tags",
    });
  });

  it('PR-10 an oversized timeout', async () => {
    expect(await query(1, undefined, { 'X-Query-Timeout': '600001' })).toMatchObject({
      status: 400,
      body: refused('bad request', "Invalid header 'x-query-timeout': Must be less than or equal to 600000."),
    });
  });

  it('PR-11 9 MiB are too much', async () => {
    const client = await openRaw(port);
    client.send(requestBytes({ body: Buffer.alloc(9 * 1024 * 1024, '1') }));
    expect(await client.answer()).toMatchObject({ status: 413 });
    client.socket.destroy();
  });

  it.each([
    ['-1', 400],
    ['0', 200],
    ['7', 200],
    ['8', 400],
  ])('PR-12 %s retries: %i', async (retries, status) => {
    const answer = await query(1, undefined, { 'X-Max-Retries-On-Contention': retries });
    expect(answer.status).toBe(status);
  });
});

describe('QueryEndpointSpec', () => {
  const WHO = ['root', 'server', 'client', 'token'] as const;

  it.each([
    ['QE-1 POST', { body: '1' }],
    ['QE-1 GET', get(1)],
    ['QE-6 linearized', { path: '/linearized', body: '1' }],
  ])('%s is for who has a secret', async (_row, request) => {
    expect((await nobody(request)).status).toBe(401);
    for (const who of WHO) expect((await send(request, secrets[who])).status).toBe(200);
  });

  it('QE-2 POST may write, GET may not', async () => {
    const create = { create: { collection: 'users' } };
    expect((await query(create)).status).toBe(201);
    const answer = await send(get(create));
    expect(answer.status).toBe(400);
    expect(problem(answer)).toEqual({
      position: [],
      code: 'invalid expression',
      description: 'Call performs a write, which is not allowed in get requests.',
    });
  });

  it.each([
    ['QE-3 broken JSON', '[1', 'Request body is not valid JSON.'],
    [
      'QE-4 10,000 levels',
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      'Request body JSON exceeds nesting limit.',
    ],
  ])('%s', async (_row, body, description) => {
    const answer = await send({ body });
    expect(answer.status).toBe(400);
    expect(problem(answer)).toMatchObject({ code: 'invalid expression', description });
  });

  it('QE-5 decodes a query string', async () => {
    expect((await send({ method: 'GET', path: '/?q=%22a+b%20c%22' })).body).toBe('{"resource":"a b c"}');
    expect(await send({ method: 'GET', path: '/?q=%2' })).toMatchObject({
      status: 400,
      body: '{ "error": "bad request" }\n',
    });
  });

  it('QE-7 linearized is for POST', async () => {
    expect(await send({ method: 'GET', path: '/linearized' })).toMatchObject({
      status: 405,
      body: refused('method not allowed', 'Allowed methods are POST.'),
    });
  });
});

describe('TracingSpec', () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  it('TR-1 an answer has a trace of its own', async () => {
    const [one, other] = [header(await query(1), 'traceparent'), header(await query(1), 'traceparent')];
    expect(one).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(one).not.toBe(other);
  });
  it('TR-2 or goes on with the caller’s', async () => {
    const traceparent = `00-${trace}-00f067aa0ba902b7-01`;
    const answer = header(await query(1, undefined, { traceparent }), 'traceparent');
    expect(answer).toMatch(new RegExp(`^00-${trace}-[0-9a-f]{16}-00$`));
    expect(answer).not.toContain('00f067aa0ba902b7');
  });
});

describe('MetricsSpec', () => {
  /** What a query is said to have cost. */
  async function costs(
    wire: Query,
    who: 'admin' | 'server' | 'root' = 'server',
  ): Promise<Readonly<Record<string, number>>> {
    const answer = await query(wire, secrets[who]);
    const number = (name: string): number => Number(header(answer, name));
    return {
      status: answer.status,
      compute: number('x-compute-ops'),
      read: number('x-byte-read-ops'),
      write: number('x-byte-write-ops'),
      bytes: number('x-storage-bytes-write'),
    };
  }

  it.each([
    ['MT-1 a literal', 'x'],
    ['MT-2 do', { do: [1, 2] }],
    ['MT-3 at', { at: 1, expr: 2 }],
    ['MT-4 let', { let: { a: 1 }, in: { var: 'a' } }],
    ['MT-5 if', JSON.parse('{"if":true,"then":1,"else":2}')],
    ['MT-6 and', { and: [true, false] }],
    ['MT-7 or', { or: [true, false] }],
    ['MT-8 object', o({ a: 1 })],
    ['MT-9 select', { select: 'a', from: o({ a: 1 }) }],
  ])('%s is pure', async (_row, wire) => {
    expect(await costs(wire)).toMatchObject({ status: 200, compute: 1, read: 0, write: 0 });
  });

  type Write = readonly [row: string, wire: Query, who: 'admin' | 'server'];
  const big = o({ data: o({ text: 'x'.repeat(5000) }) });
  const writes: readonly Write[] = [
    ['MT-10 create', { create: ref('users', '10') }, 'server'],
    ['MT-11 create of much', { create: ref('users', '11'), params: big }, 'server'],
    ['MT-12 update', { update: ref('users', '10'), params: o({ data: o({ a: 2 }) }) }, 'server'],
    ['MT-13 replace', { replace: ref('users', '10'), params: o({ data: o({ a: 3 }) }) }, 'server'],
    ['MT-14 insert', { insert: ref('users', '12'), ts: 1, action: 'create', params: o({}) }, 'server'],
    ['MT-15 delete', { delete: ref('users', '11') }, 'server'],
    ['MT-16 a collection', { create_collection: o({ name: 'mt' }) }, 'server'],
    ['MT-17 an index', { create_index: o({ name: 'mt_index', source: { collection: 'users' } }) }, 'server'],
    ['MT-18 a function', { create_function: o({ name: 'mt', body: lambda('_', 1) }) }, 'server'],
    ['MT-19 a role', { create_role: o({ name: 'mt' }) }, 'admin'],
    ['MT-20 a key', { create_key: o({ role: 'server' }) }, 'admin'],
    ['MT-21 a database', { create_database: o({ name: 'mt' }) }, 'admin'],
    ['MT-22 login', login(ref('users', '1'), 'sekrit'), 'server'],
  ];
  it.each<Write>(writes)('%s writes as many kibibytes as it says', async (_row, wire, who) => {
    const { status, write, bytes, compute } = await costs(wire, who);
    expect([200, 201]).toContain(status);
    expect(compute).toBe(1);
    expect(write).toBeGreaterThanOrEqual(1);
    expect(write).toBeGreaterThanOrEqual(Math.ceil((bytes ?? 0) / 1024));
  });

  const byA = { match: { index: 'by_a' }, terms: 1 };
  it.each([
    ['get', { get: ref('users', '1') }, 1],
    ['get of nothing, which fails', { get: ref('users', '404') }, 0],
    ['exists of nothing', { exists: ref('users', '404') }, 1],
    ['get of a set', { get: byA }, 1],
    ['exists', { exists: ref('users', '1') }, 1],
    ['a page of an index with terms', { paginate: byA }, 1],
    ['a page of all documents: 8 partitions', { paginate: { documents: { collection: 'users' } } }, 8],
    ['a union, of its parts', { paginate: { union: [byA, byA] } }, 2],
  ])('MT-23 %s reads', async (_what, wire, read) => {
    expect(await costs(wire)).toMatchObject({ read, write: 0 });
  });
  it('MT-23 identify and key_from_secret read, a failure says nothing, an abort what was read', async () => {
    expect((await costs({ identify: ref('users', '1'), password: 'sekrit' }))['read']).toBeGreaterThan(0);
    expect((await costs({ key_from_secret: secrets.token }))['read']).toBeGreaterThan(0);
    const first = { get: ref('users', '1') };
    expect(await costs({ do: [first, { not: 1 }] })).toMatchObject({ status: 400, read: 0 });
    expect(await costs({ do: [first, { abort: 'x' }] })).toMatchObject({ status: 400, read: 1 });
  });
});
