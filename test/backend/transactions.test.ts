import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/backend/index.ts';
import { askHttp2, openHttp2 } from './http/raw.ts';
import {
  ACCOUNTS,
  applied,
  histories,
  runHistory,
  serialOrder,
  type Ask,
  type Balances,
  type Operation,
} from './serial-history.ts';
import type { ClientHttp2Session } from 'node:http2';
import type { RunningBackend } from '../../src/backend/backend.ts';

const ref = (id: number): string => `{"ref":{"collection":"accounts"},"id":"${String(id + 1)}"}`;
const balance = (id: number): string => `{"select":["data","n"],"from":{"get":${ref(id)}}}`;
const balances = `[${Array.from({ length: ACCOUNTS }, (_, id) => balance(id)).join()}]`;
const add = (id: number, amount: number): string =>
  `{"update":${ref(id)},"params":{"object":{"data":{"object":{"n":{"add":[${balance(id)},${String(amount)}]}}}}}}`;
let guesses = 0;
/** Checks a password that was never checked before, so that the query has to be put aside for its hash. */
const wait = (): string => `{"identify":${ref(0)},"password":"guess ${String((guesses += 1))}"}`;

function queryOf(operation: Operation): string {
  switch (operation.kind) {
    case 'add':
      return `{"do":[${operation.slow ? wait() : 'null'},${add(operation.account, operation.by)},${balances}]}`;
    case 'move': {
      const { from, to, by } = operation;
      return `{"do":[${add(from, -by)},${operation.slow ? wait() : 'null'},${add(to, by)},${balances}]}`;
    }
    case 'fail':
      return `{"do":[${add(operation.account, 1000)},{"abort":"never mind"}]}`;
    case 'read':
      return balances;
  }
}

interface Answered {
  readonly time: bigint;
  readonly balances: Balances | 'failed';
}

function answered(time: string | number | null | undefined, body: string): Answered {
  const { resource } = JSON.parse(body);
  return { time: BigInt(time ?? 0), balances: Array.isArray(resource) ? resource.map(Number) : 'failed' };
}

describe('queries of several clients at once, over HTTP/1.1 and HTTP/2', () => {
  let backend: RunningBackend;
  let session: ClientHttp2Session;
  let lastTime = 0n;
  beforeAll(async () => {
    backend = await startEmbedded();
    session = await openHttp2(Number(new URL(backend.url).port));
    await overHttp1('{"create_collection":{"object":{"name":"accounts","history_days":1}}}');
    for (let id = 0; id < ACCOUNTS; id += 1)
      await overHttp1(
        `{"create":${ref(id)},"params":{"object":{"data":{"object":{"n":0}},"credentials":{"object":{"password":"p"}}}}}`,
      );
  });
  afterAll(async () => {
    session.destroy();
    await backend[Symbol.asyncDispose]();
  });

  async function overHttp1(query: string): Promise<Answered> {
    const headers = { authorization: `Bearer ${backend.rootSecret}`, 'x-faunadb-api-version': '4' };
    const response = await fetch(backend.url, { method: 'POST', headers, body: query });
    return answered(response.headers.get('x-txn-time'), await response.text());
  }

  async function overHttp2(query: string): Promise<Answered> {
    const { headers, body } = await askHttp2(session, { 'x-faunadb-api-version': '4' }, query);
    return answered(headers['x-txn-time'], body);
  }

  const ask: Ask = async (operation, client) => {
    const send = client % 2 === 0 ? overHttp1 : overHttp2;
    return { operation, ...(await send(queryOf(operation))) };
  };

  it('answer as if they had run one after another, in the order of their times', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const before = (await overHttp1(balances)).balances;
        if (before === 'failed') throw new Error('the accounts are gone');
        const { problems, moments, end } = serialOrder(await runHistory(history, ask), before);
        expect(problems).toEqual([]);
        // Times of writes rise from one history to the next, too.
        for (const [time] of moments) expect(time).toBeGreaterThan(lastTime);
        lastTime = moments.at(-1)?.[0] ?? lastTime;
        expect((await overHttp1(balances)).balances).toEqual(end);
        // And the past stays what it was.
        for (const [time, then] of moments)
          expect((await overHttp2(`{"at":${String(time)},"expr":${balances}}`)).balances).toEqual(then);
      }),
      { numRuns: 25 },
    );
  });
});

/** A bank in a few lines, with one misbehaviour. */
interface Liar {
  readonly lie: string;
  readonly open: () => Ask;
}

const liars: readonly Liar[] = [
  { lie: 'others come between its reading and its writing', open: () => bank({ interleaves: true }) },
  { lie: 'a query that fails leaves its writes behind', open: () => bank({ keepsFailed: true }) },
  { lie: 'two writes share a time', open: () => bank({ step: 0n }) },
  { lie: 'times go back', open: () => bank({ step: -1n }) },
];

interface Misbehaviour {
  readonly interleaves?: boolean;
  readonly keepsFailed?: boolean;
  readonly step?: bigint;
}

function bank({ interleaves = false, keepsFailed = false, step = 1n }: Misbehaviour): Ask {
  let state: Balances = Array.from({ length: ACCOUNTS }, () => 0);
  let time = 1_000_000n;
  return async (operation) => {
    const read = state;
    if (interleaves) await Promise.resolve();
    const { kind } = operation;
    if (kind === 'add' || kind === 'move') {
      state = applied(interleaves ? read : state, operation);
      time += step;
    }
    if (kind === 'fail') {
      if (keepsFailed) state = state.map((n, id) => (id === operation.account ? n + 1000 : n));
      return { operation, time, balances: 'failed' };
    }
    return { operation, time, balances: state };
  };
}

describe('the check of serial order', () => {
  const property = (open: () => Ask): fc.IAsyncProperty<[Operation[][]]> =>
    fc.asyncProperty(histories, async (history) => {
      const zeros = Array.from({ length: ACCOUNTS }, () => 0);
      expect(serialOrder(await runHistory(history, open()), zeros).problems).toEqual([]);
    });

  it('passes a bank that does one thing after another', async () => {
    await fc.assert(property(() => bank({})));
  });

  it.each(liars)('catches a bank where $lie', async ({ open }) => {
    expect(await fc.check(property(open), { seed: 1 })).toMatchObject({ failed: true });
  });
});
