import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { afterEach, describe, expect, it } from 'vitest';
import { startProcess } from '../../../src/driver/channel/start-process.ts';
import type { Answer, Session } from '../../../src/driver/driver.ts';
import { openDriver } from '../../../src/driver/open-driver.ts';
import { openSession, type SessionOpening } from '../../../src/driver/session/open-session.ts';
import type { SessionLimits } from '../../../src/driver/session/limits.ts';
import { loadManifest } from '../../../src/driver/setup/load-manifest.ts';
import { prepare } from '../../../src/driver/setup/prepare.ts';
import { build, jsonObject, show, type Json } from '../../../src/value/index.ts';

const MINIATURES = new URL('../../miniatures/', import.meta.url).pathname;

/** Long enough for any machine; only questions that are never answered have a short one. */
const PATIENT_MS = 60_000;
const NEVER_ANSWERED_MS = 200;

/** Starts a miniature that misbehaves on questions with "poison" in them. */
function open(
  misbehaviour: string,
  { concurrency = 1, ...limits }: Partial<SessionLimits> & { readonly concurrency?: number } = {},
): Promise<SessionOpening> {
  const args = [`${MINIATURES}miniature.mjs`, misbehaviour, 'poison', String(concurrency)];
  const command = { command: process.execPath, args, env: {}, cwd: MINIATURES };
  const expected = { name: misbehaviour, package: 'miniature', version: '1.0.0' };
  return openSession(() => startProcess(command), expected, { strict: true, graceMs: 30_000, ...limits });
}

async function opened(...args: Parameters<typeof open>): Promise<Session> {
  const opening = await open(...args);
  if (!opening.ok) throw new Error(`the handshake failed: ${JSON.stringify(opening.failure)}`);
  return opening.session;
}

const ask = (session: Session, query: Json, timeoutMs = PATIENT_MS): Promise<Answer> =>
  session.ask({ endpoint: '-', secret: '', query }, { timeoutMs });

/** An answer in short: its outcome and what tells it from others of that outcome. */
function brief(answer: Answer): string {
  switch (answer.outcome) {
    case 'value':
      return `value ${show(answer.decoded)}`;
    case 'crashed':
      return `crashed: ${answer.exit}, ${answer.stderr.trim()}`;
    case 'timed out':
      return 'timed out';
    case 'protocol error':
      return `protocol error: ${answer.problem.split('\n')[0]}`;
    case 'not run':
      return `not run: ${answer.reason}`;
    case 'error':
    case 'unprintable':
    case 'unsupported':
      return answer.outcome;
  }
}

// Whatever a shim does, no process is left when its session has stopped: a survivor makes this time out. (The handle of one
// that has ended is closed within the next turns of the event loop.)
afterEach(async () => {
  while (process.getActiveResourcesInfo().includes('ProcessWrap')) await nextTurn();
}, 20_000);

describe('a shim that misbehaves on one question', () => {
  it.each<[misbehaviour: string, answer: string, breaches: readonly string[]]>([
    ['honest', 'value "poison"', []],
    ['babbles', 'value "poison"', []],
    ['splits-writes', 'value "poison"', []],
    ['floods-stderr', 'value "poison"', []],
    ['changing-print', 'value "poison"', []],
    ['crash-on-nth', 'crashed: exit status 3, out of cheese', []],
    ['killed-on-nth', 'crashed: killed by SIGKILL, ', []],
    [
      'wrong-id',
      'protocol error: an answer to "nobody" came, which was not asked',
      ['an answer to "nobody" came'],
    ],
    ['duplicate-answer', 'value "poison"', ['question 2 was answered twice']],
    ['oversized-reply', 'protocol error: a reply is longer than 67108864 bytes', ['a reply is longer']],
    [
      'invalid-json',
      'protocol error: a reply is not JSON: line 1, column 27: expected strict JSON',
      ['a reply is not JSON'],
    ],
    ['invalid-utf8', 'protocol error: a reply is not UTF-8', ['a reply is not UTF-8']],
    [
      'invalid-base64',
      'protocol error: a reply does not fit the protocol: prints.0: Invalid base64-encoded string; prints.1: Invalid base64-encoded string',
      [],
    ],
    [
      'invalid-decoded',
      'protocol error: "decoded" is not tagged JSON: long: expected decimal digits in a string, got 5',
      [],
    ],
    [
      'missing-member',
      'protocol error: a reply does not fit the protocol: prints: Invalid input: expected tuple, received undefined',
      [],
    ],
    [
      'unknown-member',
      'protocol error: a reply does not fit the protocol: message: Unrecognized key: "comment"',
      [],
    ],
    ['fault-on-nth', 'protocol error: the shim failed by itself: no idea how to print this', []],
    ['gives-up', 'protocol error: the shim gives up: lost the driver', ['the shim gives up']],
    ['second-hello', 'protocol error: a second hello came', ['a second hello came']],
    ['exits-with-status', 'value "poison"', ['the shim ended with exit status 9 at the end of its input']],
  ])('%s', async (misbehaviour, answer, breaches) => {
    const session = await opened(misbehaviour);
    const answers = await Promise.all(['before', 'poison', 'after'].map((query) => ask(session, query)));
    await session.stop();
    expect(answers.map(brief)).toEqual(['value "before"', answer, 'value "after"']);
    expect(session.breaches.map((breach) => breach.split('\n')[0])).toEqual(
      breaches.map((breach) => expect.stringContaining(breach)),
    );
  });

  it.each(['hang-on-nth', 'silent-on-nth', 'answers-late', 'cut-off-reply', 'ignores-sigterm'])(
    '%s: the question is timed out, the others go to a fresh process',
    async (misbehaviour) => {
      const session = await opened(misbehaviour, {
        graceMs: misbehaviour === 'ignores-sigterm' ? 50 : 30_000,
      });
      const before = ask(session, 'before');
      const poison = ask(session, 'poison', NEVER_ANSWERED_MS);
      const after = [1, 2, 3].map((_, index) => ask(session, `after ${index}`));
      const answers = await Promise.all([before, poison, ...after]);
      await session.stop();
      expect(answers.map(brief)).toEqual([
        'value "before"',
        'timed out',
        'value "after 0"',
        'value "after 1"',
        'value "after 2"',
      ]);
      expect(session.breaches).toEqual([]);
    },
  );

  it('keeps what it wrote apart from replies', async () => {
    const session = await opened('babbles');
    await ask(session, 'poison');
    await session.stop();
    expect(session.noise).toBe(
      'A driver says hello.\nand again, without a line feed{"type":"answer"}\n\nmore of it\n',
    );
  });

  it('takes a crash’s companions with it and says how many they were', async () => {
    const session = await opened('crash-on-nth', { concurrency: 3 });
    const answers = await Promise.all(
      ['poison', 'poison too', 'more poison', 'after'].map((query) => ask(session, query)),
    );
    await session.stop();
    const crashed = { outcome: 'crashed', exit: 'exit status 3', alongside: 2 };
    expect(answers).toMatchObject([crashed, crashed, crashed, { outcome: 'value' }]);
  });

  it('lets what is in flight finish beside a question that hangs', async () => {
    const session = await opened('silent-on-nth', { concurrency: 4, restarts: 0 });
    const poison = ask(session, 'poison', NEVER_ANSWERED_MS);
    const answers = await Promise.all([poison, ...['a', 'b', 'c'].map((query) => ask(session, query))]);
    expect(answers.map(brief)).toEqual(['timed out', 'value "a"', 'value "b"', 'value "c"']);
    expect(brief(await ask(session, 'late'))).toBe(
      'not run: the shim was restarted 0 times, which is all that a session allows',
    );
    await session.stop();
  });

  it('is restarted three times and no more', async () => {
    const session = await opened('crash-on-nth');
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(session, 'poison')));
    await session.stop();
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      'crashed',
      'crashed',
      'crashed',
      'crashed',
      'not run',
      'not run',
    ]);
  });

  it('cannot flood the memory: the last 64 KiB are kept', async () => {
    const session = await opened('floods-stderr');
    await ask(session, 'poison');
    await session.stop();
    expect(session.noise).toHaveLength(64 * 1024);
  });
});

describe('a handshake that fails', () => {
  it.each<[misbehaviour: string, outcome: string, limits: Partial<SessionLimits>]>([
    ['exits-at-once', 'crashed: exit status 0, ', {}],
    ['dies-on-handshake', 'crashed: exit status 7, cannot find the driver', {}],
    ['no-handshake', 'timed out', { startMs: NEVER_ANSWERED_MS }],
    [
      'wrong-protocol',
      'protocol error: the shim speaks protocol 2, this printproof speaks 1: the older of the two needs an update',
      {},
    ],
    [
      'wrong-driver-version',
      'protocol error: the shim says that its version is "0.9.0", driver.json says "1.0.0": one of them, or the shim\'s dependency file, needs an update',
      {},
    ],
  ])('%s', async (misbehaviour, outcome, limits) => {
    const opening = await open(misbehaviour, limits);
    expect(opening.ok ? 'ok' : brief(opening.failure)).toBe(outcome);
  });

  it('broken-handshake: says what is missing', async () => {
    const opening = await open('broken-handshake');
    expect(opening.ok ? 'ok' : brief(opening.failure)).toMatch(
      /does not fit the protocol: driver: .*; abilities: /,
    );
  });

  it('of a command that does not exist, or cannot run where it should', async () => {
    const nothing = { command: 'printproof-no-such-command', args: [], env: {}, cwd: MINIATURES };
    const nowhere = { ...nothing, command: process.execPath, cwd: `${MINIATURES}nowhere` };
    for (const command of [nothing, nowhere])
      expect(await openSession(() => startProcess(command), undefined)).toMatchObject({
        ok: false,
        failure: { outcome: 'crashed', exit: expect.stringMatching(/^did not start: /) },
      });
  });

  it('of a shim that leaves a child behind which holds its output open', async () => {
    const script = `
      const { spawn } = require('node:child_process');
      spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 5000)'], { stdio: 'inherit' }).unref();
      process.exit(3);
    `;
    const command = { command: process.execPath, args: ['-e', script], env: {}, cwd: MINIATURES };
    expect(await openSession(() => startProcess(command), undefined)).toMatchObject({
      ok: false,
      failure: { outcome: 'crashed', exit: 'exit status 3' },
    });
  });
});

it('leaves no listener behind, however many processes it took', async () => {
  const listeners = (): number[] =>
    ['exit', 'SIGTERM', 'SIGINT'].map((event) => process.listenerCount(event));
  await (await opened('honest')).stop();
  const before = listeners();
  const session = await opened('crash-on-nth', { restarts: 5 });
  await Promise.all(Array.from({ length: 5 }, () => ask(session, 'poison')));
  await session.stop();
  expect(listeners()).toEqual(before);
});

it('every miniature is a driver folder that the set-up knows', async () => {
  const folders = readdirSync(MINIATURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.length).toBeGreaterThan(30);
  const manifests = await Promise.all(folders.map(({ name }) => loadManifest(MINIATURES + name)));
  const started = manifests.filter(
    ({ manifest }) => manifest.setup.length === 0 && manifest.needs.length === 0,
  );
  for (const { manifest } of started.filter(({ manifest: { name } }) => name !== 'wrong-name'))
    expect(manifest.start.args).toEqual(['{source}/../miniature.mjs', manifest.name]);
});

it('a miniature started as a driver misbehaves on its second question', async () => {
  const preparation = await prepare(await loadManifest(`${MINIATURES}crash-on-nth`), { root: 'not used' });
  if (preparation.state !== 'ready') throw new Error(preparation.state);
  const opening = await openDriver(preparation);
  if (!opening.ok) throw new Error(opening.failure.outcome);
  const answers = await Promise.all([1, 2, 3].map((index) => ask(opening.session, `question ${index}`)));
  await opening.session.stop();
  expect(answers.map(({ outcome }) => outcome)).toEqual(['value', 'crashed', 'value']);
});

it('the honest one asks a database when it is given one, and decodes and prints what that says', async () => {
  const asked: string[] = [];
  const bodies = ['{"resource":{"b":9223372036854775807,"1":[1.0,{"@ts":"2020-01-02T03:04:05Z"}]}}', FAILURE];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push(`${request.headers.authorization} ${await text(request)}`);
    response.end(bodies[asked.length - 1]);
  };
  const server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = z.object({ port: z.number() }).parse(server.address());
  const session = await opened('honest');
  const question = {
    endpoint: `http://127.0.0.1:${address.port}`,
    secret: 'fnS',
    query: jsonObject({ now: null }),
  };
  const answers = [];
  for (const _ of bodies) answers.push(await session.ask(question, { timeoutMs: PATIENT_MS }));
  await session.stop();
  server.closeAllConnections();
  server.close();

  expect(asked).toEqual(['Bearer fnS {"now":null}', 'Bearer fnS {"now":null}']);
  const prints = bodies.map((body) => [Buffer.from(`${body}\n`), Buffer.from(`${body}\n`)]);
  expect(answers).toEqual([
    {
      outcome: 'value',
      decoded: build.obj([
        ['b', build.long(9223372036854775807n)],
        ['1', build.arr([build.double(1), build.ts('2020-01-02T03:04:05Z')])],
      ]),
      prints: prints[0],
    },
    { outcome: 'error', raised: { type: 'unauthorized', message: 'Unauthorized' }, prints: prints[1] },
  ]);
});

const FAILURE = '{"errors":[{"code":"unauthorized","description":"Unauthorized"}]}';
