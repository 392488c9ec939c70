import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Comparison } from '../comparison.ts';
import { makeDocument } from '../bench-document.ts';
import { median } from '../interleaved.ts';
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
  for (const { query } of REAL_CORE) await perSecond(socket, requestText(JSON.stringify(query)));
  const comparisons: Comparison[] = [];
  for (const { name, perSecond: other, query } of REAL_CORE) {
    const request = requestText(JSON.stringify(query));
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round++) rates.push(await perSecond(socket, request));
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

/**
 * Sends a request as soon as the answer to the one before is there. Nothing else is done in between: the client works on
 * the other core while the server waits, and a promise an exchange would already be a third of what is measured. An answer
 * is small enough to come in one piece.
 */
function perSecond(socket: Socket, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let exchanges = 0;
    const onData = (bytes: Buffer): void => {
      exchanges += 1;
      const elapsed = performance.now() - started;
      if (bytes[STATUS_AT] === TWO && elapsed < ROUND_MS) {
        socket.write(request);
        return;
      }
      socket.off('data', onData);
      if (bytes[STATUS_AT] === TWO) resolve((exchanges * 1000) / elapsed);
      else reject(new Error(`The backend answered ${bytes.toString('utf8', 0, 300)}`));
    };
    socket.on('data', onData);
    socket.write(request);
  });
}

/** The first digit of the status: `HTTP/1.1 2…`. */
const STATUS_AT = 'HTTP/1.1 '.length;
const TWO = 0x32;
