import { once } from 'node:events';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { listen, type Listener, type ListenOptions } from '../../../src/backend/http/listen.ts';
import { echoCore } from './echo-core.ts';
import { ask, askHttp2, openHttp2, openRaw, requestBytes } from './raw.ts';

const core = echoCore();
let listener: Listener | undefined;
async function start(options: ListenOptions = {}): Promise<number> {
  listener = await listen(core, options);
  return listener.port;
}
afterEach(async () => {
  await listener?.close();
  listener = undefined;
});

const resource = (value: unknown): string => JSON.stringify({ resource: value });

describe('one connection', () => {
  it('answers requests in the order they came, pipelined or cut anywhere', async () => {
    const port = await start();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        async (values, cuts) => {
          const bytes = Buffer.concat(values.map((value) => requestBytes({ body: String(value) })));
          const places = cuts.map((place) => place % bytes.length).sort((a, b) => a - b);
          const client = await openRaw(port);
          for (const [index, from] of [0, ...places].entries())
            client.send(bytes.subarray(from, places[index]));
          for (const value of values) expect((await client.answer()).body).toBe(resource(value));
          client.socket.destroy();
        },
      ),
      { numRuns: 30 },
    );
  });

  it('answers a client that has closed its side', async () => {
    const port = await start();
    const client = await openRaw(port);
    client.socket.end(requestBytes({ body: '1' }));
    expect(await client.rest()).toContain(resource(1));
  });

  it('honours Expect: 100-continue', async () => {
    const port = await start();
    const client = await openRaw(port);
    client.send(requestBytes({ headers: { Expect: '100-continue', 'Content-Length': '1' } }));
    expect(await client.until('\r\n\r\n')).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    client.send('7');
    expect((await client.answer()).body).toBe(resource(7));
    client.socket.destroy();
  });

  it('speaks HTTP/1.1 to a client of HTTP/1.0 and closes', async () => {
    const port = await start();
    const client = await openRaw(port);
    client.send('GET /ping HTTP/1.0\r\n\r\n');
    const text = await client.rest();
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(text).toContain('\r\nconnection: close\r\n');
  });

  it.each([
    'nonsense\r\n\r\n',
    'GET / HTTP/1.1\r\nbad\r\n\r\n',
    'PRI * HTTP/3.0\r\n\r\n',
    '\u0000\u0001\u0002\n\n',
  ])('refuses %j and closes', async (bytes) => {
    const port = await start();
    const client = await openRaw(port);
    client.send(bytes);
    expect(await client.rest()).toBe(
      'HTTP/1.1 400 Bad Request\r\ncontent-length: 27\r\ncontent-type: application/json;charset=utf-8\r\n\r\n{ "error": "bad request" }\n',
    );
  });
});

describe('many clients', () => {
  it('a thousand at once each get their own answer', async () => {
    const port = await start();
    const clients = await Promise.all(Array.from({ length: 1000 }, () => openRaw(port)));
    for (const [index, client] of clients.entries()) client.send(requestBytes({ body: String(index) }));
    const bodies = await Promise.all(clients.map(async (client) => (await client.answer()).body));
    expect(bodies).toEqual(clients.map((_, index) => resource(index)));
    for (const client of clients) client.socket.destroy();
  });

  it('streams of one HTTP/2 connection each get their own', async () => {
    const port = await start();
    const session = await openHttp2(port);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => askHttp2(session, {}, String(index))),
    );
    expect(answers.map(({ body }) => body)).toEqual(answers.map((_, index) => resource(index)));
    session.destroy();
  });

  it('those who leave anywhere in a request do not disturb the others', async () => {
    const port = await start();
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.boolean(), async (at, reset) => {
        const whole = requestBytes({ body: '"x"' });
        const client = await openRaw(port);
        client.send(whole.subarray(0, at % (whole.length + 1)));
        if (reset) client.socket.resetAndDestroy();
        else client.socket.destroy();
        expect((await ask(port, { body: '2' })).body).toBe(resource(2));
      }),
      { numRuns: 40 },
    );
  });

  it('whatever one sends, the next is answered, and the one is not kept', async () => {
    // Half a frame of HTTP/2 is waited for as long as a request may take, also when its client has closed its side.
    const port = await start({ deadlines: { requestMs: 50, idleMs: 50 } });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, http2) => {
        const client = await openRaw(port);
        client.socket.end(Buffer.concat([Buffer.from(http2 ? PREFACE : ''), bytes]));
        await client.rest();
        client.socket.destroy();
        expect((await ask(port, { body: '2' })).body).toBe(resource(2));
      }),
      { numRuns: 60 },
    );
  });
});

const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

describe('clients that keep us waiting', () => {
  const deadlines = { requestMs: 40, idleMs: 20 };

  it.each(['', 'PRI * HT'])('are left when they send %j and no more', async (bytes) => {
    const client = await openRaw(await start({ deadlines }));
    client.send(bytes);
    expect(await client.rest()).toBe('');
  });

  it.each(['POST / HT', 'POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{'])(
    'are told so when they have begun a request: %j',
    async (bytes) => {
      const client = await openRaw(await start({ deadlines }));
      client.send(bytes);
      const text = await client.rest();
      expect(text).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
      expect(text).toContain('{ "error": "request timeout: Client timed out." }\n');
    },
  );

  it('are left between requests', async () => {
    const client = await openRaw(await start({ deadlines }));
    client.send(requestBytes({ body: '1' }));
    expect((await client.answer()).body).toBe(resource(1));
    expect(await client.rest()).toBe('');
  });

  it('are left over HTTP/2, too', async () => {
    const port = await start({ deadlines });
    const session = await openHttp2(port);
    const closed = once(session, 'close');
    const stream = session.request({ ':method': 'POST', ':path': '/' });
    const [headers] = await once(stream, 'response');
    expect(headers).toMatchObject({ ':status': 408 });
    stream.resume();
    stream.end();
    await closed;
  });
});

describe('HTTP/2', () => {
  it('refuses a body over 8 MiB and goes on', async () => {
    const session = await openHttp2(await start());
    expect((await askHttp2(session, {}, Buffer.alloc(8_388_609, '1'))).headers).toMatchObject({
      ':status': 413,
    });
    expect((await askHttp2(session, {}, '1')).body).toBe(resource(1));
    session.destroy();
  });

  it('knows HEAD, GET and two secrets', async () => {
    const session = await openHttp2(await start());
    const head = await askHttp2(session, { ':method': 'HEAD' });
    expect(head).toMatchObject({ headers: { ':status': 405, 'content-length': '89' }, body: '' });
    const get = await askHttp2(session, { ':method': 'GET', ':path': '/?q=5' });
    expect(get.body).toBe(resource(5));
    session.destroy();
  });

  it('is entered by Upgrade: h2c, with the request that asked answered as stream 1', async () => {
    const client = await openRaw(await start());
    client.send(
      requestBytes({
        headers: { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABk' },
        body: '"upgraded"',
      }),
    );
    expect(await client.until('\r\n\r\n')).toBe(
      'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n',
    );
    // The preface and an empty settings frame, in two pieces.
    client.send(PREFACE.slice(0, 10));
    client.send(Buffer.concat([Buffer.from(PREFACE.slice(10)), Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])]));
    const frames = await client.until(resource('upgraded'));
    expect(frames.startsWith('HTTP/1')).toBe(false);
    client.socket.destroy();
  });

  it('does not upgrade a client that asks without settings', async () => {
    const port = await start();
    const got = await ask(port, { headers: { Connection: 'Upgrade', Upgrade: 'h2c' }, body: '1' });
    expect(got).toMatchObject({ status: 200, body: resource(1) });
  });

  it('ends an upgrade that is followed by something else', async () => {
    const client = await openRaw(await start());
    client.send(requestBytes({ headers: { Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABk' }, body: '1' }));
    await client.until('\r\n\r\n');
    client.send('GET / HTTP/1.1\r\n\r\n');
    expect(await client.rest()).toBe('');
  });
});

describe('POST /stream', () => {
  const request = (body: string, path = '/stream'): Buffer => requestBytes({ path, body });

  it('sends each event as a chunk until the client leaves', async () => {
    const client = await openRaw(await start());
    client.send(request('"x"'));
    const head = await client.until('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\nx-fauna-stream-id: 7\r\nx-txn-time: /);
    expect(head).toMatch(
      /\r\ntransfer-encoding: chunked\r\ncontent-type: application\/json;charset=utf-8\r\n\r\n$/,
    );
    expect(await client.until('"x"\r\n')).toBe('10\r\n{"type":"start"}\r\n3\r\n"x"\r\n');
    expect(core.openStreams()).toBe(1);
    client.socket.end();
    await client.rest();
    expect(core.openStreams()).toBe(0);
  });

  it('ends the answer, not the connection, when the events end', async () => {
    const client = await openRaw(await start());
    client.send(request('"end"'));
    expect(await client.until('\r\n0\r\n\r\n')).toContain('5\r\n"end"');
    client.send(requestBytes({ body: '1' }));
    expect((await client.answer()).body).toBe(resource(1));
    expect(core.openStreams()).toBe(0);
    client.socket.destroy();
  });

  it('goes over HTTP/2', async () => {
    const session = await openHttp2(await start());
    const got = await askHttp2(session, { ':path': '/stream' }, '"end"');
    expect(got).toMatchObject({
      headers: { ':status': 200, 'x-fauna-stream-id': '7' },
      body: '{"type":"start"}"end"',
    });
    session.destroy();
  });

  it('refuses an unknown field, a missing secret first', async () => {
    const port = await start();
    const path = '/stream?fields=document,foo';
    expect(await ask(port, { path, body: '1' })).toMatchObject({
      status: 400,
      body: '{"errors":[{"position":[],"code":"invalid url parameter","description":"Invalid url parameter fields. Invalid field name \'foo\'."}]}',
    });
    expect(await ask(port, { path, headers: { Authorization: '' } })).toMatchObject({ status: 401 });
    expect(core.openStreams()).toBe(0);
  });
});

describe('close', () => {
  it('ends every connection at once and frees the port', async () => {
    const port = await start();
    const client = await openRaw(port);
    const session = await openHttp2(port);
    const ended = once(session, 'close');
    client.send(requestBytes({ path: '/stream', body: '"x"' }));
    await client.until('"x"');
    await listener?.close();
    listener = undefined;
    await client.rest();
    await ended;
    listener = await listen(core, { port });
    expect(listener.port).toBe(port);
  });

  it('a taken port is an error', async () => {
    const port = await start();
    await expect(listen(core, { port })).rejects.toThrow(/EADDRINUSE/);
  });
});
