import { basename } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownRecordings } from '../../src/conform/fixtures.ts';
import { readRecording } from '../../src/conform/read-recording.ts';
import type { History } from '../../src/conform/recording.ts';
import { replay } from '../../src/conform/replay.ts';
import type { ReplayResult } from '../../src/conform/result.ts';
import { recordedServer, shifted, type FakeOptions } from './recorded-server.ts';

const paths = new Map((await ownRecordings()).map((path) => [basename(path, '.jsonl.gz'), path]));
const auth = await only('auth');

/** A hand-made history, without its pauses and the exchanges whose answers were too long to be kept. */
async function only(name: string): Promise<History> {
  for await (const history of readRecording(paths.get(name) ?? name).histories())
    return {
      ...history,
      exchanges: history.exchanges
        .filter(({ label }) => !/^(?:big|body|long)/.test(label))
        .map((exchange) => ({ ...exchange, pauseMs: 0 })),
    };
  throw new Error(`no history in ${name}`);
}

async function sequences(every: number): Promise<History[]> {
  const all: History[] = [];
  for await (const history of readRecording(paths.get('corpus') ?? '').histories()) all.push(history);
  return all.filter((_, index) => index % every === 0);
}

async function replayed(history: History, options: FakeOptions): Promise<ReplayResult[]> {
  await using server = await recordedServer(history, options);
  const recording = { name: history.recording, histories: () => once(history) };
  const results: ReplayResult[] = [];
  for await (const result of replay(recording, { url: server.url })) results.push(result);
  return results;
}

async function* once(history: History): AsyncIterable<History> {
  yield history;
}

const notSame = (results: readonly ReplayResult[]): ReplayResult[] =>
  results.filter(({ outcome }) => outcome.kind !== 'same' && outcome.kind !== 'unstable');

describe('a server that answers as recorded, under another consistent naming', () => {
  test.each(['auth', 'docs', 'funcs', 'http', 'types'])('%s is the same', async (name) => {
    const history = await only(name);
    const results = await replayed(history, { rename: shifted(987_654_321n) });
    expect(notSame(results)).toEqual([]);
    expect(results.length).toBe(history.exchanges.length);
  });

  test('sequences of every family are the same', async () => {
    const sample = await sequences(41);
    expect(new Set(sample.map(({ family }) => family))).toEqual(new Set(['a', 'b', 'c', 'd', 'e']));
    for (const history of sample) {
      const results = await replayed(history, { rename: shifted(77n) });
      expect(notSame(results)).toEqual([]);
      expect(results.length).toBe(history.exchanges.length);
    }
  });

  test('requests carry the ids and secrets of this server, not the recorded ones', async () => {
    const rename = shifted(5_000_000n);
    await using server = await recordedServer(auth, { rename });
    const recording = { name: auth.recording, histories: () => once(auth) };
    for await (const { outcome } of replay(recording, { url: server.url })) expect(outcome.kind).toBe('same');
    const recorded = auth.exchanges.findIndex(({ label }) => label === 'server: get token doc');
    expect(server.requests[recorded]?.body).toContain((481361927851737600n + 5_000_000n).toString());
  });
});

interface Lie {
  readonly name: string;
  readonly lie: NonNullable<FakeOptions['lie']>;
  readonly where: string;
}

const LIES: readonly Lie[] = [
  { name: 'another status', where: 'status', lie: (answer) => (answer.status += 1) },
  { name: 'one more byte', where: 'body', lie: (answer) => (answer.body += ' ') },
  { name: 'one byte changed', where: 'body', lie: (answer) => (answer.body = answer.body.replace('}', ']')) },
  { name: 'an empty body', where: 'body', lie: (answer) => (answer.body = '') },
  {
    name: 'a header less',
    where: 'header',
    lie: (answer) => (answer.headers = answer.headers.filter(([name]) => name !== 'x-txn-time')),
  },
  {
    name: 'another content type',
    where: 'header',
    lie: (answer) =>
      (answer.headers = answer.headers.map(([name, value]) => [
        name,
        name === 'content-type' ? 'application/json' : value,
      ])),
  },
  { name: 'headers in another order', where: 'header', lie: (answer) => answer.headers.reverse() },
  {
    name: 'headers in another case',
    where: 'header',
    lie: (answer) => (answer.headers = answer.headers.map(([name, value]) => [name.toUpperCase(), value])),
  },
];

describe('liars', () => {
  test.each(LIES)('$name is found, in that exchange', async ({ lie, where }) => {
    const steps = auth.exchanges.map(({ step }) => step);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...steps), async (step) => {
        const liar: FakeOptions = {
          lie: (answer, exchange) => (exchange.step === step ? lie(answer, exchange) : 0),
        };
        const [first] = notSame(await replayed(auth, liar));
        expect(first?.step).toBe(step);
        expect(first?.outcome).toMatchObject({ kind: 'different', difference: { where } });
      }),
      { numRuns: 4 },
    );
  });

  test('two members in the other order are found', async () => {
    const swap = (text: string): string => text.replace(/("role":"\w+"),("database":.*?\}\}\}\}),/, '$2,$1,');
    const results = await replayed(auth, {
      lie: (answer, { step }) => (answer.body = step === 4 ? swap(answer.body) : answer.body),
    });
    expect(notSame(results).map(({ step }) => step)).toEqual([4]);
  });

  test('two ids merged into one are found', async () => {
    const second = '481361926200230400';
    const results = await replayed(auth, {
      rename: (token) => (token.text === second ? '481361925877268992' : token.text),
    });
    const [first] = notSame(results);
    expect(first?.step).toBe(3);
    expect(first?.outcome).toMatchObject({
      kind: 'different',
      difference: { where: 'body', why: expect.stringContaining('before') },
    });
  });

  test('an id that changes in the middle of the history is found', async () => {
    const results = await replayed(auth, {
      rename: (token, step) =>
        token.kind === 'id' && step > 90 ? (BigInt(token.text) + 1n).toString() : token.text,
    });
    expect(notSame(results).length).toBeGreaterThan(0);
    expect(notSame(results)[0]?.step).toBeGreaterThan(90);
  });

  test('no server: every exchange is different, none is lost', async () => {
    const recording = {
      name: auth.recording,
      histories: () => once({ ...auth, exchanges: auth.exchanges.slice(0, 7) }),
    };
    const results: ReplayResult[] = [];
    for await (const result of replay(recording, { url: 'http://127.0.0.1:9' })) results.push(result);
    expect(results.map(({ outcome }) => outcome.kind === 'different' && outcome.difference.where)).toEqual(
      Array.from({ length: 7 }, () => 'connection'),
    );
  });
});
