import * as fc from 'fast-check';

/** Accounts, numbered from 0, that operations work on. */
export const ACCOUNTS = 4;

/** What one client asks; `slow` makes the query wait in its middle. */
export type Operation =
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

export type Balances = readonly number[];

/** What was answered: the balances that the query saw at its end, and its time in microseconds. */
export interface Outcome {
  readonly operation: Operation;
  readonly time: bigint;
  readonly balances: Balances | 'failed';
}

const account = fc.nat({ max: ACCOUNTS - 1 });
const by = fc.integer({ min: -9, max: 9 });
const slow = fc.boolean();
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), account, by, slow }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('move' as const), from: account, to: account, by, slow }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const), account }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read' as const) }) },
);

/** What several clients ask at once, each one thing after another. */
export const histories = fc.array(fc.array(operation, { minLength: 1, maxLength: 6 }), {
  minLength: 2,
  maxLength: 6,
});

/** Who answers an operation of a client. */
export type Ask = (operation: Operation, client: number) => Promise<Outcome>;

/** Runs a history: all clients at once. */
export function runHistory(history: readonly (readonly Operation[])[], ask: Ask): Promise<Outcome[][]> {
  return Promise.all(
    history.map(async (operations, client) => {
      const outcomes: Outcome[] = [];
      for (const next of operations) outcomes.push(await ask(next, client));
      return outcomes;
    }),
  );
}

/** Where a history has led: the balances after each write, by its time, and at the end. */
export interface SerialOrder {
  readonly problems: readonly string[];
  readonly moments: readonly (readonly [time: bigint, balances: Balances])[];
  readonly end: Balances;
}

/**
 * Compares answers with the sequential model, in the order of their times: a write sees all earlier ones, a read those up to
 * its snapshot; no two writes share a time, and no client's times go back.
 */
export function serialOrder(clients: readonly (readonly Outcome[])[], before: Balances): SerialOrder {
  const problems: string[] = [];
  for (const [client, outcomes] of clients.entries())
    for (const [at, { time }] of outcomes.entries())
      if (time < (outcomes[at - 1]?.time ?? 0n))
        problems.push(`client ${String(client)}: time goes back to ${String(time)}`);

  const ordered = clients
    .flat()
    .toSorted((a, b) => Number(a.time - b.time) || Number(isWrite(b)) - Number(isWrite(a)));
  const moments: [bigint, Balances][] = [];
  let end = before;
  for (const outcome of ordered) {
    end = applied(end, outcome.operation);
    const seen = outcome.operation.kind === 'fail' ? 'failed' : end;
    if (String(outcome.balances) !== String(seen))
      problems.push(
        `${outcome.operation.kind} at ${String(outcome.time)}: ${String(outcome.balances)} instead of ${String(seen)}`,
      );
    if (!isWrite(outcome)) continue;
    if (outcome.time === moments.at(-1)?.[0]) problems.push(`two writes at ${String(outcome.time)}`);
    moments.push([outcome.time, end]);
  }
  return { problems, moments, end };
}

function isWrite({ operation: { kind } }: Outcome): boolean {
  return kind === 'add' || kind === 'move';
}

/** The model: what an operation does to the balances when nothing else happens. */
export function applied(balances: Balances, done: Operation): Balances {
  switch (done.kind) {
    case 'add':
      return plus(balances, done.account, done.by);
    case 'move':
      return plus(plus(balances, done.from, -done.by), done.to, done.by);
    case 'fail':
    case 'read':
      return balances;
  }
}

function plus(balances: Balances, id: number, amount: number): Balances {
  return balances.map((n, at) => (at === id ? n + amount : n));
}
