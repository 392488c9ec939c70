import { connect, constants } from 'node:http2';
import { connect as connectTcp } from 'node:net';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbedded } from '../../../src/backend/index.ts';
import { urlBackend } from '../../../src/backend/url.ts';
import type { RunningBackend } from '../../../src/backend/backend.ts';

let database: RunningBackend;
let proxied: RunningBackend;
beforeAll(async () => {
  database = await startEmbedded();
  proxied = await urlBackend({ url: database.url, secret: 'secret' }).start();
});
afterAll(async () => {
  await proxied[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const HEADERS = { authorization: 'Bearer secret', 'x-faunadb-api-version': '4' };

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function overHttp1(body: string): Promise<Answer> {
  const response = await fetch(proxied.url, { method: 'POST', headers: HEADERS, body });
  return { status: response.status, body: await response.text() };
}

async function overHttp2(body: string): Promise<Answer> {
  const session = connect(proxied.url);
  try {
    const stream = session.request({ ':method': 'POST', ':path': '/', ...HEADERS });
    stream.end(body);
    let status = 0;
    stream.on('response', (headers) => (status = Number(headers[constants.HTTP2_HEADER_STATUS])));
    let text = '';
    for await (const chunk of stream.setEncoding('utf8')) text += String(chunk);
    return { status, body: text };
  } finally {
    session.close();
  }
}

describe.each([
  ['HTTP/1.1', overHttp1],
  ['HTTP/2', overHttp2],
])('a proxy before a database, over %s', (_, ask) => {
  test('passes any query and its answer on, byte for byte, and keeps them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 50 }), async (text) => {
        const body = JSON.stringify({ object: { text, long: 9_007_199_254_740_993n.toString() } });
        proxied.witness.watch('secret');
        proxied.witness.take('secret');
        const answer = await ask(body);
        const direct = await fetch(database.url, { method: 'POST', headers: HEADERS, body });
        expect(answer).toEqual({ status: direct.status, body: await direct.text() });
        const kept = proxied.witness.take('secret');
        expect(kept).toEqual([
          {
            sequence: kept[0]?.sequence,
            method: 'POST',
            path: '/',
            request: Buffer.from(body, 'utf8').toString('utf8'),
            status: answer.status,
            response: answer.body,
          },
        ]);
      }),
      { numRuns: 25 },
    );
  });

  test('passes refusals on too', async () => {
    expect(await ask('{')).toEqual({
      status: 400,
      body: '{"errors":[{"position":[],"code":"invalid expression","description":"Request body is not valid JSON."}]}',
    });
  });
});

test('the headers of an answer come as the database sent them: names, order, case', async () => {
  const names = async (url: string): Promise<string[]> => {
    const raw = await rawAnswer(url, 'GET /ping HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const [head = ''] = raw.split('\r\n\r\n');
    return head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(':')[0] ?? '')
      .filter((name) => !['connection', 'Connection', 'keep-alive', 'Keep-Alive'].includes(name));
  };
  expect(await names(proxied.url)).toEqual(await names(database.url));
});

test('a client that asks for an upgrade to HTTP/2 is answered in HTTP/1.1', async () => {
  const raw = await rawAnswer(
    proxied.url,
    'GET /ping HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n',
    'is OK',
  );
  expect(raw).toContain('HTTP/1.1 200 OK');
});

test('secrets that nobody watches leave nothing', async () => {
  await overHttp1('{"now":null}');
  proxied.witness.watch('another');
  expect(proxied.witness.take('another')).toEqual([]);
  proxied.witness.forget('another');
});

test('a database that goes away ends its clients’ connections, not the proxy', async () => {
  const mortal = await startEmbedded();
  const proxy = await urlBackend({ url: mortal.url, secret: 'secret' }).start();
  await mortal[Symbol.asyncDispose]();
  await expect(fetch(`${proxy.url}/ping`)).rejects.toThrow('fetch failed');
  await expect(fetch(`${proxy.url}/ping`)).rejects.toThrow('fetch failed');
  await proxy[Symbol.asyncDispose]();
});

test('nobody at the URL: one error that says whose move it is', async () => {
  const gone = await startEmbedded();
  await gone[Symbol.asyncDispose]();
  const { host } = new URL(gone.url);
  await expect(urlBackend({ url: gone.url, secret: 's' }).start()).rejects.toThrow(
    `No database answers at ${gone.url} (connect ECONNREFUSED ${host}). Start it, or give another --backend.`,
  );
});

/** What comes back on a connection of one's own, until it ends or says what was waited for. */
async function rawAnswer(url: string, request: string, until?: string): Promise<string> {
  const { port, hostname } = new URL(url);
  const socket = connectTcp(Number(port), hostname);
  socket.write(request);
  let text = '';
  for await (const chunk of socket.setEncoding('utf8')) {
    text += String(chunk);
    if (until !== undefined && text.includes(until)) break;
  }
  socket.destroy();
  return text;
}
