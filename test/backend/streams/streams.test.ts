import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type Database } from '../ask.ts';
import type { Reply, StreamField, Subscription } from '../../../src/backend/core.ts';

interface Event {
  readonly type: string;
  readonly txn: number;
  readonly event: Record<string, unknown>;
}

describe('streams', () => {
  let database: Database;
  let stopped: AbortController;
  let secret: string;

  beforeEach(async () => {
    database = emptyDatabase();
    stopped = new AbortController();
    await answer('{"create_database":{"object":{"name":"d"}}}', 'secret');
    const key = await answer<{ secret: string }>(
      '{"create_key":{"object":{"role":"server","database":{"database":"d"}}}}',
      'secret',
    );
    secret = key.secret;
    await answer('{"create_collection":{"object":{"name":"c"}}}');
  });
  afterEach(() => {
    stopped.abort();
  });

  async function answer<T>(query: string, credential = secret): Promise<T> {
    const { status, body } = await database.ask(query, { credential });
    expect([status, body]).toSatisfy(([code]: [number]) => code < 300);
    return JSON.parse(body).resource;
  }

  function subscribe(query: string, fields?: readonly StreamField[]): Promise<Subscription | Reply> {
    const call = {
      credential: secret,
      apiVersion: '4' as const,
      request: { kind: 'query' as const, text: query, readOnly: false },
      lastSeenTxn: undefined,
      timeoutMs: 120_000,
    };
    return database.core.subscribe(call, fields, stopped.signal);
  }

  async function open(query: string, fields?: readonly StreamField[]): Promise<() => Promise<Event>> {
    const opened = await subscribe(query, fields);
    if (!('kind' in opened)) throw new Error(opened.body);
    const texts = opened.events[Symbol.asyncIterator]();
    const next = async (): Promise<Event> => {
      const { value, done } = await texts.next();
      expect(done).not.toBe(true);
      return JSON.parse(value);
    };
    expect(await next()).toMatchObject({ type: 'start' });
    return next;
  }

  const ONE = '{"ref":{"collection":"c"},"id":"1"}';
  const create = (data: string): string =>
    `{"create":${ONE},"params":{"object":{"data":{"object":${data}}}}}`;
  const update = (data: string): string =>
    `{"update":${ONE},"params":{"object":{"data":{"object":${data}}}}}`;
  const ref = {
    '@ref': { id: '1', collection: { '@ref': { id: 'c', collection: { '@ref': { id: 'collections' } } } } },
  };

  it('of a document that is not there yet tell its whole life', async () => {
    const next = await open(ONE);
    const { ts } = await answer<{ ts: number }>(create('{"a":1}'));
    expect(await next()).toEqual({
      type: 'version',
      txn: ts,
      event: { action: 'create', document: { ref, ts, data: { a: 1 } } },
    });
    await answer(update('{"b":2}'));
    expect(await next()).toMatchObject({ event: { action: 'update', document: { data: { a: 1, b: 2 } } } });
    await answer(`{"delete":${ONE}}`);
    expect(await next()).toMatchObject({ event: { action: 'delete', document: { data: { a: 1, b: 2 } } } });
  });

  it('show the fields that were asked for, in the core’s order', async () => {
    await answer(create('{"a":1,"x":{"object":{"y":1,"z":2}}}'));
    const next = await open(`{"get":${ONE}}`, ['prev', 'diff', 'document', 'action']);
    const { ts } = await answer<{ ts: number }>(update('{"a":null,"x":{"object":{"y":5}}}'));
    const event = await next();
    expect(Object.keys(event.event)).toEqual(['action', 'document', 'diff', 'prev']);
    expect(event.event).toEqual({
      action: 'update',
      document: { ref, ts, data: { x: { y: 5, z: 2 } } },
      diff: { ref, ts, data: { a: null, x: { y: 5 } } },
      prev: { ref, ts, data: { a: 1, x: { y: 1, z: 2 } } },
    });
  });

  it('tell of what one query did to a document once, and of nothing that was not committed', async () => {
    const next = await open(ONE);
    await database.ask(`{"do":[${create('{"a":1}')},{"abort":"never mind"}]}`, { credential: secret });
    await answer(`{"do":[${create('{"a":1}')},${update('{"a":2}')}]}`);
    expect(await next()).toMatchObject({ event: { document: { data: { a: 2 } } } });
    await answer(update('{"a":3}'));
    expect(await next()).toMatchObject({ event: { action: 'update', document: { data: { a: 3 } } } });
  });

  it('of a rewritten past say so', async () => {
    await answer(create('{"a":1}'));
    const next = await open(ONE);
    await answer(
      `{"insert":${ONE},"ts":1600000000000000,"action":"create","params":{"object":{"data":{"object":{"a":0}}}}}`,
    );
    expect(await next()).toMatchObject({
      type: 'history_rewrite',
      event: { action: 'create', document: { ts: 1600000000000000, data: { a: 0 } } },
    });
  });

  it('end with an error when the secret dies', async () => {
    const admin = await answer<{ secret: string; ref: unknown }>(
      '{"create_key":{"object":{"role":"server","database":{"database":"d"}}}}',
      'secret',
    );
    const keep = secret;
    secret = admin.secret;
    const next = await open(ONE);
    secret = keep;
    await answer(`{"delete":${JSON.stringify(admin.ref)}}`, 'secret');
    await answer(create('{"a":1}'));
    expect(await next()).toMatchObject({
      type: 'error',
      event: { code: 'permission denied', description: 'Authorization lost during stream evaluation.' },
    });
  });

  it('end when nobody wants them any more', async () => {
    const opened = await subscribe(ONE);
    if (!('kind' in opened)) throw new Error(opened.body);
    const texts = opened.events[Symbol.asyncIterator]();
    await texts.next();
    const waiting = texts.next();
    stopped.abort();
    expect(await waiting).toEqual({ value: undefined, done: true });
  });

  it.each([
    ['1', 'invalid argument', 'Expected a Document Ref or Version, or a Set Ref, got Integer.'],
    [
      '{"tokens":null}',
      'invalid argument',
      'Expected a Document Ref or Version, or a Set Ref, got Collection Ref.',
    ],
    ['{"ref":{"collection":"nope"},"id":"1"}', 'invalid ref', "Ref refers to undefined collection 'nope'"],
    [
      '{"new_id":null}',
      'invalid expression',
      'Call performs a write, which is not allowed in stream requests.',
    ],
  ])('are refused for %s', async (query, code, description) => {
    const reply = await subscribe(query);
    if ('kind' in reply) throw new Error('the stream was opened');
    expect([reply.status, JSON.parse(reply.body)]).toEqual([
      400,
      { errors: [{ position: [], code, description }] },
    ]);
  });
});
