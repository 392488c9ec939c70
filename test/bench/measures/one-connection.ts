import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Comparison } from '../comparison.ts';
import { makeDocument } from '../bench-document.ts';
import { median } from '../interleaved.ts';
import { perSecond } from '../loops.ts';
import { SECRET, startBackend } from '../server.ts';

const ROUNDS = 5;
const ROUND_MS = 500;

/** What the real core did on one HTTP/1.1 connection, requests a second (recorded with its exchanges, on another machine). */
const REAL_CORE = [
  { name: 'add', perSecond: 1137, query: { add: [1, 2] } },
  { name: 'get', perSecond: 99, query: { get: { ref: { collection: 'bench' }, id: '1' } } },
  {
    name: 'create',
    perSecond: 62,
    query: {
      create: { collection: 'bench' },
      params: { object: { data: { object: { name: 'Ann', age: 42 } } } },
    },
  },
];

/** Requests a second on one HTTP/1.1 connection, one after another, against what was measured of the real core. */
export async function oneConnection(): Promise<readonly Comparison[]> {
  await using backend = await startBackend();
  await makeDocument(backend.url);
  const socket = connect(Number(new URL(backend.url).port), '127.0.0.1');
  await once(socket, 'connect');
  // What is compiled only when it is hot is so for all of them before the first is measured.
  for (const { query } of REAL_CORE)
    await perSecond(ROUND_MS, 1, () => exchange(socket, requestText(JSON.stringify(query))));
  const comparisons: Comparison[] = [];
  for (const { name, perSecond: other, query } of REAL_CORE) {
    const request = requestText(JSON.stringify(query));
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round++)
      rates.push(await perSecond(ROUND_MS, 1, () => exchange(socket, request)));
    const ours = median(rates);
    comparisons.push({
      name: `Requests a second on one HTTP/1.1 connection, ${name}`,
      ours: { what: 'backend', value: ours, unit: '/s' },
      other: { what: 'the real core, as recorded', value: other, unit: '/s' },
      ratio: ours / other,
      goal: { is: 'at least', ratio: 10 },
    });
  }
  socket.destroy();
  return comparisons;
}

function requestText(body: string): string {
  const head = ['POST / HTTP/1.1', 'host: localhost', `authorization: Bearer ${SECRET}`];
  return [...head, `content-length: ${String(body.length)}`, '', body].join('\r\n');
}

/** Sends a request and waits for its answer, which is small enough to come in one piece. */
async function exchange(socket: Socket, request: string): Promise<void> {
  const received = once(socket, 'data');
  socket.write(request);
  const [bytes] = await received;
  const text = String(bytes);
  if (!/^HTTP\/1\.1 20[01] /.test(text)) throw new Error(`The backend answered ${text.slice(0, 300)}`);
}
