import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../src/backend/index.ts';
import type { RunningBackend } from '../../../src/backend/backend.ts';

const ACCOUNTS = 4;

/** What one client asks; `slow` makes the query wait for a password hash in its middle. */
type Operation =
  | { readonly kind: 'add'; readonly account: number; readonly by: number; readonly slow: boolean }
  | {
      readonly kind: 'move';
      readonly from: number;
      readonly to: number;
      readonly by: number;
      readonly slow: boolean;
    }
  | { readonly kind: 'fail'; readonly account: number }
  | { readonly kind: 'read' };

/** What was answered: balances the query saw at its end, and its time. */
interface Outcome {
  readonly operation: Operation;
  readonly time: bigint;
  readonly balances: readonly number[] | 'failed';
}

const account = fc.nat({ max: ACCOUNTS - 1 });
const by = fc.integer({ min: -9, max: 9 });
const slow = fc.boolean();
const operations: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), account, by, slow }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('move' as const), from: account, to: account, by, slow }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const), account }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read' as const) }) },
);

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
      const { from, to, by: amount } = operation;
      return `{"do":[${add(from, -amount)},${operation.slow ? wait() : 'null'},${add(to, amount)},${balances}]}`;
    }
    case 'fail':
      return `{"do":[${add(operation.account, 1000)},{"abort":"never mind"}]}`;
    case 'read':
      return balances;
  }
}

/** The model: what an operation does to the balances when nothing else happens. */
function applied(state: readonly number[], operation: Operation): readonly number[] {
  const plus = (balancesNow: readonly number[], id: number, amount: number): readonly number[] =>
    balancesNow.map((n, at) => (at === id ? n + amount : n));
  switch (operation.kind) {
    case 'add':
      return plus(state, operation.account, operation.by);
    case 'move':
      return plus(plus(state, operation.from, -operation.by), operation.to, operation.by);
    case 'fail':
    case 'read':
      return state;
  }
}

describe('queries that run at once', () => {
  let backend: RunningBackend;
  let lastTime = 0n;
  beforeAll(async () => {
    backend = await startEmbedded();
    await ask('{"create_collection":{"object":{"name":"accounts","history_days":1}}}');
    for (let id = 0; id < ACCOUNTS; id += 1)
      await ask(
        `{"create":${ref(id)},"params":{"object":{"data":{"object":{"n":0}},"credentials":{"object":{"password":"p"}}}}}`,
      );
  });
  afterAll(() => backend[Symbol.asyncDispose]());

  async function ask(query: string): Promise<{ readonly time: bigint; readonly resource: unknown }> {
    const response = await fetch(backend.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${backend.rootSecret}`, 'x-faunadb-api-version': '4' },
      body: query,
    });
    const { resource } = JSON.parse(await response.text());
    return { time: BigInt(response.headers.get('x-txn-time') ?? 0), resource };
  }

  async function run(operation: Operation): Promise<Outcome> {
    const { time, resource } = await ask(queryOf(operation));
    return { operation, time, balances: Array.isArray(resource) ? resource.map(Number) : 'failed' };
  }

  it('answer as if they had run one after another, in the order of their times', async () => {
    const histories = fc.array(fc.array(operations, { minLength: 1, maxLength: 6 }), {
      minLength: 2,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(histories, async (clients) => {
        const before = (await ask(balances)).resource;
        const answered = await Promise.all(
          clients.map(async (client) => {
            const outcomes: Outcome[] = [];
            for (const operation of client) outcomes.push(await run(operation));
            return outcomes;
          }),
        );
        const outcomes = answered.flat();
        const wrote = ({ operation }: Outcome): boolean =>
          operation.kind === 'add' || operation.kind === 'move';

        // Each client's times never go back, and no two writes share one.
        for (const client of answered)
          expect(client.map(({ time }) => time)).toEqual(
            client.map(({ time }) => time).toSorted((a, b) => Number(a - b)),
          );
        const times = outcomes.filter(wrote).map(({ time }) => time);
        expect(new Set(times).size).toBe(times.length);
        expect(times.every((time) => time > lastTime)).toBe(true);
        lastTime = times.reduce((a, b) => (a > b ? a : b), lastTime);

        // A write sees all earlier ones; a read sees those up to its snapshot.
        const ordered = outcomes.toSorted(
          (a, b) => Number(a.time - b.time) || Number(wrote(b)) - Number(wrote(a)),
        );
        let state: readonly number[] = Array.isArray(before) ? before.map(Number) : [];
        const moments: (readonly [time: bigint, state: readonly number[]])[] = [];
        for (const outcome of ordered) {
          state = applied(state, outcome.operation);
          expect(outcome.balances).toEqual(outcome.operation.kind === 'fail' ? 'failed' : state);
          if (wrote(outcome)) moments.push([outcome.time, state]);
        }
        expect((await ask(balances)).resource).toEqual(state);

        // And the past stays what it was.
        for (const [time, then] of moments)
          expect((await ask(`{"at":${String(time)},"expr":${balances}}`)).resource).toEqual(then);
      }),
      { numRuns: 25 },
    );
  });
});
