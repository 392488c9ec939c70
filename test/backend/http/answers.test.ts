import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listen, type Listener } from '../../../src/backend/http/listen.ts';
import { echoCore, TXN_TIME } from './echo-core.ts';
import { ask, askHttp2, openHttp2, type RawAnswer, type RawRequest, valueOf } from './raw.ts';

const core = echoCore();
let listener: Listener;
const errors: unknown[] = [];
beforeAll(async () => {
  listener = await listen(core, { now: () => TXN_TIME, onError: (error) => errors.push(error) });
});
afterAll(() => listener.close());
beforeEach(() => {
  core.calls.length = 0;
  errors.length = 0;
});

const answer = (request: RawRequest): Promise<RawAnswer> => ask(listener.port, request);
const names = ({ headers }: RawAnswer): readonly string[] => headers.map(([name]) => name);

const METRICS = [
  'x-compute-ops',
  'x-byte-read-ops',
  'x-byte-write-ops',
  'x-query-time',
  'x-query-bytes-in',
  'x-query-bytes-out',
  'x-storage-bytes-read',
  'x-storage-bytes-write',
  'x-txn-retries',
];
const CORS = [
  'access-control-expose-headers',
  'access-control-allow-origin',
  'access-control-allow-credentials',
];
const END = ['x-faunadb-build', 'connection', 'traceparent', 'content-length', 'content-type'];
const ORDINARY = ['x-txn-time', ...METRICS, ...END];
const no = (code: string, description: string): string => JSON.stringify({ errors: [{ code, description }] });
const UNAUTHORIZED = no('unauthorized', 'Unauthorized');
const BARE = '{ "error": "bad request" }\n';

describe('an ordinary answer', () => {
  it('has the headers of spec 1.6 in order, in lower case, and no others', async () => {
    const got = await answer({ body: '{"now":null}' });
    expect(got).toMatchObject({ status: 200, reason: 'OK', body: '{"resource":{"now":null}}' });
    expect(names(got)).toEqual(ORDINARY);
    expect(valueOf(got.headers, 'x-txn-time')).toBe(String(TXN_TIME));
    expect(valueOf(got.headers, 'x-query-bytes-in')).toBe('12');
    expect(valueOf(got.headers, 'x-query-bytes-out')).toBe('25');
    expect(valueOf(got.headers, 'connection')).toBe('keep-alive');
    expect(valueOf(got.headers, 'content-type')).toBe('application/json;charset=utf-8');
  });

  it('has the same over HTTP/2, without `connection`', async () => {
    const session = await openHttp2(listener.port);
    const got = await askHttp2(session, {}, '{"now":null}');
    session.destroy();
    expect(got.names).toEqual([':status', ...ORDINARY.filter((name) => name !== 'connection')]);
    expect(got.body).toBe('{"resource":{"now":null}}');
  });

  it('counts bytes, not characters', async () => {
    const got = await answer({ body: '"é€😀"' });
    expect(got.body).toBe('{"resource":"é€😀"}');
    expect(valueOf(got.headers, 'content-length')).toBe('24');
    expect(valueOf(got.headers, 'x-query-bytes-in')).toBe('11');
  });

  it('passes on what the headers say', async () => {
    await answer({ headers: { 'X-Last-Seen-Txn': '-5', 'X-Query-Timeout': '600000' }, body: '1' });
    await answer({ method: 'GET', path: '/?q=%7B%22a%22:1%7D', headers: { 'X-FaunaDB-API-Version': '' } });
    await answer({ path: '/linearized', headers: { 'X-FaunaDB-API-Version': 'UNSTABLE' }, body: '2' });
    expect(core.calls).toEqual([
      {
        credential: 'secret',
        apiVersion: '4',
        lastSeenTxn: -5n,
        timeoutMs: 600_000,
        request: { kind: 'query', text: '1', readOnly: false },
      },
      {
        credential: 'secret',
        apiVersion: '2.1',
        lastSeenTxn: undefined,
        timeoutMs: 120_000,
        request: { kind: 'query', text: '{"a":1}', readOnly: true },
      },
      {
        credential: 'secret',
        apiVersion: 'UNSTABLE',
        lastSeenTxn: undefined,
        timeoutMs: 120_000,
        request: { kind: 'query', text: '2', readOnly: false },
      },
    ]);
  });

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OTHER'] as const)(
    'leads %s of a path that is a ref to the core',
    async (method) => {
      await answer({
        method: method === 'OTHER' ? 'FOO' : method,
        path: '/classes/c?size=1&after=x+y',
        body: '3',
      });
      expect(core.calls[0]?.request).toEqual({
        kind: 'rest',
        method,
        path: '/classes/c',
        parameters: new Map([
          ['size', '1'],
          ['after', 'x y'],
        ]),
        text: '3',
      });
    },
  );

  it.each([
    { 'User-Agent': 'curl/8' },
    { 'User-Agent': 'HTTPie/3' },
    { 'X-FaunaDB-Formatted-JSON': '' },
    { 'X-FaunaDB-Formatted-JSON': '0' },
  ])('is laid out for a client that asks with %j', async (headers) => {
    const asked = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value || ' ']));
    const got = await answer({ headers: asked, body: '[1,2]' });
    expect(got.body).toBe('{ "resource": [ 1, 2 ] }\n');
    expect(valueOf(got.headers, 'x-query-bytes-out')).toBe('25');
  });

  it('echoes tags behind the transaction time, from last to first', async () => {
    const got = await answer({ headers: { 'X-Fauna-Tags': 'a=1,b=2' }, body: '1' });
    expect(names(got)).toEqual(['x-txn-time', 'x-fauna-tags', ...METRICS, ...END]);
    expect(valueOf(got.headers, 'x-fauna-tags')).toBe('b=2,a=1');
  });

  it('shows the trace, and not the secret, when asked', async () => {
    const got = await answer({ headers: { 'X-Trace': '1' }, body: '1' });
    expect(names(got)).toEqual(['x-txn-time', ...METRICS, 'x-faunadb-host', ...END]);
    expect(valueOf(got.headers, 'x-query-bytes-out')).toBe('14');
    expect(got.body).toMatch(
      /^\{\n {2}"resource": 1,\n {2}"trace": \[\n {4}"REQUEST RECEIVED: HttpRequest\(POST, \//,
    );
    expect(got.body).not.toContain('Bearer secret');
  });

  it('closes the connection when asked', async () => {
    const got = await answer({ headers: { Connection: 'close' }, body: '1' });
    expect(valueOf(got.headers, 'connection')).toBe('close');
  });
});

describe('what is refused', () => {
  it.each([
    [{ 'X-FaunaDB-API-Version': '2' }, "'x-faunadb-api-version': Unsupported or invalid API version '2'."],
    [
      { 'X-FaunaDB-API-Version': '4.0' },
      "'x-faunadb-api-version': Unsupported or invalid API version '4.0'.",
    ],
    [{ 'X-Last-Seen-Txn': 'x' }, "'x-last-seen-txn': Invalid timestamp 'x'."],
    [{ 'X-Last-Seen-Txn': '1.5' }, "'x-last-seen-txn': Invalid timestamp '1.5'."],
    [{ 'X-Last-Seen-Txn': '' }, "'x-last-seen-txn': Invalid timestamp ''."],
    [
      { 'X-Last-Seen-Txn': '9223372036854775808' },
      "'x-last-seen-txn': Invalid timestamp '9223372036854775808'.",
    ],
    [{ 'X-Query-Timeout': 'x' }, "'x-query-timeout': Invalid number 'x'."],
    [{ 'X-Query-Timeout': '0' }, "'x-query-timeout': Must be greater than 0."],
    [{ 'X-Query-Timeout': '-5' }, "'x-query-timeout': Must be greater than 0."],
    [{ 'X-Query-Timeout': '600001' }, "'x-query-timeout': Must be less than or equal to 600000."],
    [{ 'X-Max-Retries-On-Contention': 'x' }, "'x-max-retries-on-contention': Invalid number 'x'."],
    [{ 'X-Max-Retries-On-Contention': '8' }, "'x-max-retries-on-contention': Must be between 0 and 7."],
    [{ 'X-Max-Retries-On-Contention': '-1' }, "'x-max-retries-on-contention': Must be between 0 and 7."],
  ])('headers %j, before the secret is looked at', async (headers, problem) => {
    const got = await answer({ headers: { ...headers, Authorization: '', Origin: 'http://x' }, body: '1' });
    expect(got).toMatchObject({ status: 400, body: no('bad request', `Invalid header ${problem}`) });
    expect(names(got)).toEqual(END);
  });

  it('bad tags, on the ordinary way and pretty', async () => {
    const got = await answer({ headers: { 'X-Fauna-Tags': 'a' }, body: '1' });
    expect(got.status).toBe(400);
    expect(names(got)).toEqual(ORDINARY);
    expect(got.body).toBe(
      '{\n  "errors": [\n    {\n      "code": "bad request",\n      "description": "Invalid header \'x-fauna-tags\': invalid tags"\n    }\n  ]\n}\n',
    );
  });

  it('no secret: the answer of spec 1.3', async () => {
    const got = await answer({ headers: { Authorization: 'Bearer nope' }, body: '{' });
    expect(got).toMatchObject({ status: 401, reason: 'Unauthorized', body: UNAUTHORIZED });
    expect(names(got)).toEqual(['www-authenticate', 'x-txn-time', ...END]);
    expect(valueOf(got.headers, 'www-authenticate')).toBe('Basic realm="Unauthorized"');
  });

  it('two secrets', async () => {
    const got = await answer({ headers: { authorization: 'Bearer secret' }, body: '1' });
    expect(got.status).toBe(401);
  });

  it.each(['/nope', '/foo/bar', '/ping/', '/linearized/', '/query/1/', '/classes/c/', '/export'])(
    'the unknown path %s, before the secret is looked at',
    async (path) => {
      const got = await answer({ method: 'GET', path, headers: { Authorization: '' } });
      expect(got).toMatchObject({ status: 404, body: no('not found', 'Not Found') });
      expect(names(got)).toEqual(ORDINARY);
    },
  );

  it.each([
    ['PUT', '/', 'GET, POST'],
    ['PATCH', '/', 'GET, POST'],
    ['DELETE', '/', 'GET, POST'],
    ['OPTIONS', '/', 'GET, POST'],
    ['TRACE', '/', 'GET, POST'],
    ['FOO', '/', 'GET, POST'],
    ['GET', '/linearized', 'POST'],
    ['GET', '/stream', 'POST'],
    ['POST', '/ping', 'GET'],
    ['OPTIONS', '/ping', 'GET'],
  ])('%s %s', async (method, path, allow) => {
    const got = await answer({ method, path });
    expect(got).toMatchObject({
      status: 405,
      reason: 'Method Not Allowed',
      body: no('method not allowed', `Allowed methods are ${allow}.`),
    });
    expect(names(got)).toEqual(['allow', ...ORDINARY]);
    const stranger = await answer({ method, path, headers: { Authorization: '' } });
    expect(stranger.status).toBe(path === '/ping' ? 405 : 401);
  });

  it('HEAD / with the headers of the GET and no body', async () => {
    const got = await answer({ method: 'HEAD' });
    expect(got.status).toBe(405);
    expect(valueOf(got.headers, 'content-length')).toBe('89');
    expect(names(got)).toEqual(['allow', ...ORDINARY]);
  });

  it('a body over 8 MiB, pretty', async () => {
    const got = await answer({ body: Buffer.alloc(8_388_609, 'x') });
    expect(got).toMatchObject({ status: 413, reason: 'Request Entity Too Large' });
    expect(got.body).toContain(
      '\n      "code": "request too large",\n      "description": "Request entity is too large"\n',
    );
    expect(valueOf(got.headers, 'x-query-bytes-in')).toBe('0');
    expect(core.calls).toEqual([]);
  });

  it('a time that was never enough', async () => {
    const got = await answer({ headers: { 'X-Query-Timeout': '1' }, body: '1' });
    expect(got.status).toBe(503);
    expect(got.body).toContain('"Read timed out (Timed out before deadline TimeBound(1 millisecond))"');
  });

  it.each(['//', '/%zz', '/?q=%'])('the target %s, on the channel and with two headers', async (path) => {
    const got = await answer({ method: 'GET', path });
    expect(got).toMatchObject({ status: 400, reason: 'Bad Request', body: BARE });
    expect(names(got)).toEqual(['content-length', 'content-type']);
  });

  it.each<readonly [string, RawRequest]>([
    ['headers over 8 KiB', { headers: { X: 'y'.repeat(9000) } }],
    ['a request line over 16 KiB', { method: 'GET', path: `/?q=${'1'.repeat(17_000)}` }],
  ])('%s', async (_what, request) => {
    expect(await answer(request)).toMatchObject({ status: 400, body: BARE });
  });

  it('an error of ours: 500 in short, with the error told', async () => {
    const got = await answer({ body: '"fail"', headers: { Origin: 'http://x' } });
    expect(got).toMatchObject({ status: 500, reason: 'Internal Server Error' });
    expect(names(got)).toEqual(['x-txn-time', ...END]);
    expect(got.body).toContain(
      '"TypeError: no such thing Please create a ticket at https://support.fauna.com"',
    );
    expect(errors).toEqual([new TypeError('no such thing')]);
  });
});

describe('the paths that need no query', () => {
  it.each([
    ['', 'write'],
    ['?scope=all', 'all'],
    ['?scope=write', 'write'],
    ['?scope=global', 'write'],
    ['?scope=read', 'read'],
    ['?scope=local', 'read'],
    ['?scope=node', 'node'],
    ['?scope=bogus', 'node'],
    ['?timeout=x', 'write'],
    ['?scope=read&timeout=1', 'read'],
  ])('/ping%s', async (query, scope) => {
    const headers = { Authorization: 'Bearer nope', 'X-FaunaDB-API-Version': '2' };
    const got = await answer({ method: 'GET', path: `/ping${query}`, headers });
    expect(got).toMatchObject({ status: 200, body: `{"resource":"Scope ${scope} is OK"}` });
    expect(names(got)).toEqual(ORDINARY);
  });

  it('HEAD /ping has neither body nor type', async () => {
    const got = await answer({ method: 'HEAD', path: '/ping' });
    expect(got.status).toBe(200);
    expect(names(got)).toEqual(ORDINARY.filter((name) => name !== 'content-type'));
  });

  it('a ping that may not wait for a commit times out', async () => {
    const got = await answer({ method: 'GET', path: '/ping?timeout=1' });
    expect(got).toMatchObject({
      status: 503,
      reason: 'Service Unavailable',
      body: no('time out', 'Scope write timed out after 1 milliseconds'),
    });
  });

  it('/error', async () => {
    const got = await answer({ method: 'GET', path: '/error', headers: { Authorization: '' } });
    expect(got.status).toBe(500);
    expect(got.body).toContain(
      '"java.lang.RuntimeException: Sample error Please create a ticket at https://support.fauna.com"',
    );
  });

  it('/authorized', async () => {
    const path = '/authorized';
    const got = await answer({ method: 'GET', path });
    expect(got).toMatchObject({ status: 200, body: '{"account":"0","global_id":"yyyyyyyyyyyyy"}' });
    expect(names(got)).toEqual(ORDINARY);
    expect(await answer({ method: 'HEAD', path })).toMatchObject({ status: 200, body: '' });
    const stranger = await answer({ method: 'GET', path, headers: { Authorization: '' } });
    expect(stranger).toMatchObject({ status: 401, body: UNAUTHORIZED });
  });

  it.each(['/query/1', '/stream/1', '/feed/1'])('%s is told that there is no body', async (path) => {
    const got = await answer({ method: 'GET', path });
    expect(got).toMatchObject({
      status: 400,
      body: '{"error":{"code":"invalid_request","message":"No request body provided"}}',
    });
    expect(names(got)).toEqual(END);
  });
});

describe('CORS', () => {
  const Origin = 'http://example.com';

  it('PR-3: a preflight is answered on any path, without a secret', async () => {
    const got = await answer({ method: 'OPTIONS', path: '/no/such', headers: { Origin, Authorization: '' } });
    expect(got).toMatchObject({ status: 200, body: '' });
    expect(names(got)).toEqual([
      ...CORS,
      'access-control-max-age',
      'access-control-allow-headers',
      'access-control-allow-methods',
      'x-faunadb-build',
      'connection',
      'traceparent',
      'content-length',
    ]);
    expect(valueOf(got.headers, 'access-control-expose-headers')).toBe('');
    expect(valueOf(got.headers, 'access-control-allow-methods')).toBe('GET, POST, PUT, PATCH, DELETE');
  });

  it('PR-4: an answer exposes exactly the x- headers before it', async () => {
    const got = await answer({ headers: { Origin }, body: '1' });
    expect(names(got)).toEqual(['x-txn-time', ...METRICS, ...CORS, ...END]);
    expect(valueOf(got.headers, 'access-control-expose-headers')).toBe(['x-txn-time', ...METRICS].join(', '));
    expect(valueOf(got.headers, 'access-control-allow-origin')).toBe(Origin);
  });

  it('a 401 exposes the transaction time', async () => {
    const got = await answer({ headers: { Origin, Authorization: '' }, body: '1' });
    expect(names(got)).toEqual(['www-authenticate', 'x-txn-time', ...CORS, ...END]);
    expect(valueOf(got.headers, 'access-control-expose-headers')).toBe('x-txn-time');
  });

  it('PR-5, PR-6: nothing of it without an origin', async () => {
    const got = await answer({ method: 'OPTIONS' });
    expect(got.status).toBe(405);
    expect(names(got).filter((name) => name.startsWith('access-'))).toEqual([]);
  });
});
