import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownExceptions, ownRecordings } from '../../src/conform/fixtures.ts';
import { readRecording } from '../../src/conform/read-recording.ts';
import type { History } from '../../src/conform/recording.ts';
import { renderConformTable } from '../../src/conform/render-table.ts';
import { runConform } from '../../src/conform/run-conform.ts';
import { recordedServer } from './recorded-server.ts';

const recordings = await ownRecordings();
const auth = recordings.find((path) => basename(path) === 'auth.jsonl.gz') ?? '';

async function histories(path: string): Promise<History[]> {
  const all: History[] = [];
  for await (const history of readRecording(path).histories()) all.push(history);
  return all;
}

async function authHistory(): Promise<History> {
  const [history] = await histories(auth);
  if (history === undefined) throw new Error('no history');
  return history;
}

describe('the recordings that come with the project', () => {
  test('every exchange is read', async () => {
    const counted = await Promise.all(
      recordings.map(async (path) => {
        const all = await histories(path);
        return [basename(path), all.length, all.reduce((sum, { exchanges }) => sum + exchanges.length, 0)];
      }),
    );
    expect(counted).toEqual([
      ['auth.jsonl.gz', 1, 223],
      ['corpus.jsonl.gz', 756, 29_755],
      ['docs.jsonl.gz', 1, 274],
      ['funcs.jsonl.gz', 1, 504],
      ['http.jsonl.gz', 1, 151],
      ['types.jsonl.gz', 1, 259],
    ]);
  });

  test('bodies left out of the recording are rebuilt, byte for byte', async () => {
    const all = (await Promise.all(recordings.map(histories))).flat().flatMap(({ exchanges }) => exchanges);
    const sizes = all.flatMap(({ request }) =>
      request.kind === 'recorded' && (request.body?.length ?? 0) > 1e6 ? [request.body?.length] : [],
    );
    expect(sizes).toEqual([1_100_002, 5_000_002, 17_000_002]);
    const invalid = all.find(({ label }) => label === 'POST invalid utf8');
    expect(invalid?.request.kind === 'recorded' && invalid.request.body).toEqual(
      Buffer.from([0x22, 0xff, 0xff, 0x22]),
    );
  });

  test('every exception names an exchange that exists', async () => {
    const all = (await Promise.all(recordings.map(histories))).flat();
    for (const { recording, history, step } of await ownExceptions()) {
      const found = all.find((candidate) => candidate.recording === recording && candidate.id === history);
      expect(found?.exchanges.map((exchange) => exchange.step)).toContain(step);
    }
  });
});

describe('a report', () => {
  test('counts by recording and function, and shows the first difference', async () => {
    await using server = await recordedServer(await authHistory(), {
      lie: (answer, { step }) =>
        (answer.body = step === 11 ? answer.body.replace('"ts"', '"st"') : answer.body),
    });
    const report = await runConform({ url: server.url, recordings: [auth], steps: 100 });
    expect(report.total).toEqual({ exchanges: 100, same: 99, different: 1, excepted: 0, unstable: 0 });
    expect(report.recordings).toEqual([{ recording: 'auth.jsonl', ...report.total }]);
    expect(report.functions.reduce((sum, row) => sum + row.exchanges, 0)).toBe(100);
    const text = renderConformTable(report).replaceAll(server.url, 'http://server');
    expect(text).toMatchInlineSnapshot(`
      "recording   exchanges  same  different  excepted  unstable
      auth.jsonl        100    99          1         0         0

      function (those with differences)  exchanges  same  different  excepted  unstable
      auth.jsonl  create                        10     9          1         0         0

      auth.jsonl auth #11  create  (create document, generated id, credentials)  body at 137
        recorded  …id":"users","collection":{"@ref":{"id":"collections"}}}}}},"⟨ts":1795321357140000,"data":{"email":"bob@example.com"}}}⟩
        got       …id":"users","collection":{"@ref":{"id":"collections"}}}}}},"⟨st":1795321357140000,"data":{"email":"bob@example.com"}}}⟩

      http://server: 99 of 100 exchanges answered as recorded (99.00 %), 1 different.
      "
    `);
  });

  test('an exception covers its difference, and is stale where there is none', async () => {
    await using server = await recordedServer(await authHistory(), {
      lie: (answer, { step }) => (answer.status = step === 11 ? 599 : answer.status),
    });
    const excepted = {
      recording: 'auth.jsonl',
      history: 'auth',
      step: 11,
      reason: 'this fake says 599 here',
    };
    const stale = { ...excepted, step: 12 };
    const report = await runConform({
      url: server.url,
      recordings: [auth],
      exceptions: [excepted, stale],
      steps: 100,
    });
    expect(report.total).toMatchObject({ same: 99, different: 0, excepted: 1 });
    expect(report.staleExceptions).toEqual([stale]);
    expect(renderConformTable(report)).toContain('The exception for auth.jsonl auth #12 is stale');
  });

  test('what was selected is what is replayed', async () => {
    await using server = await recordedServer(await authHistory());
    const report = await runConform({ url: server.url, recordings, families: ['auth'], steps: 20 });
    expect(report.recordings).toEqual([
      { recording: 'auth.jsonl', exchanges: 20, same: 20, different: 0, excepted: 0, unstable: 0 },
    ]);
  });
});

describe('a recording that cannot be read', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conform-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  test.each([
    ['no JSON', '{"seq":1}\n{', 'line 1: not a recorded exchange'],
    ['broken JSON', '{', 'line 1: '],
    ['an unknown shape', '{"seqId":"x"}', 'line 1: not a recorded exchange: family: '],
  ])('%s', async (_, text, message) => {
    const path = join(folder, 'broken.jsonl');
    await writeFile(path, text);
    await expect(histories(path)).rejects.toThrow(message);
  });

  test('one that is not there', async () => {
    await expect(histories(join(folder, 'missing.jsonl'))).rejects.toThrow('missing.jsonl: ENOENT');
  });

  test('one that is no gzip', async () => {
    const path = join(folder, 'plain.jsonl.gz');
    await writeFile(path, '{}');
    await expect(histories(path)).rejects.toThrow('plain.jsonl.gz: incorrect header check');
  });
});

test('no server: one error that says so', async () => {
  await expect(runConform({ url: 'http://127.0.0.1:9', recordings: [auth] })).rejects.toThrow(
    'No server answers at http://127.0.0.1:9 (connect ECONNREFUSED 127.0.0.1:9). Start it, or give another --url.',
  );
});
