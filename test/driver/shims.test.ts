import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Session } from '../../src/driver/driver.ts';
import { startProcess, type StartCommand } from '../../src/driver/channel/start-process.ts';
import { describeBreakdown } from '../../src/driver/describe-breakdown.ts';
import type { Manifest } from '../../src/driver/manifest.ts';
import { openSession } from '../../src/driver/session/open-session.ts';
import { loadManifests } from '../../src/driver/setup/load-manifest.ts';
import { describePreparation, type Ready } from '../../src/driver/setup/preparation.ts';
import { prepareAll } from '../../src/driver/setup/prepare.ts';
import { build, firstDifference, fromWire, readJson, writeJson, type Json } from '../../src/value/index.ts';
import { realPrints, type RealPrint } from '../format/prints.ts';
import { startAnsweringServer, type AnsweringServer, type Response } from './shims/answering-server.ts';
import { BUILDER_DEVIATIONS, LOSSES } from './shims/known.ts';
import { RECORDED } from './shims/recorded.ts';
import { LITERALS, samplesOf } from './shims/samples.ts';

const preparations = await prepareAll(await loadManifests('drivers'), { root: '.printproof/drivers' });

for (const preparation of preparations) {
  const { title } = preparation.driver.manifest;
  switch (preparation.state) {
    case 'ready':
      describe(`the ${title} shim`, () => {
        shimTests(preparation);
      });
      break;
    case 'unavailable':
      // Named so, because a skipped test's name is all that a report shows of it.
      // oxlint-disable-next-line vitest/no-disabled-tests -- what cannot be had here cannot be tested here
      test.skip(`the ${title} shim: not tested, ${preparation.missing.map(({ what, why }) => `${what}: ${why}`).join('; ')}`, () =>
        expect.fail(describePreparation(preparation)));
      break;
    case 'broken':
      test(`the ${title} shim can be set up`, () => expect.fail(describePreparation(preparation)));
  }
}

function shimTests(ready: Ready): void {
  const { manifest } = ready.driver;
  let server: AnsweringServer;
  let session: Session;
  let respond: (body: string) => Response;
  const received: string[] = [];

  beforeAll(async () => {
    server = await startAnsweringServer((body) => {
      received.push(body);
      return respond(body);
    });
    session = await open(ready.start, manifest);
  });
  afterAll(async () => {
    await session.stop();
    await server[Symbol.asyncDispose]();
  });

  const ask = (query: Json): Promise<Answer> =>
    session.ask({ endpoint: server.url, secret: 'fnSecret', query }, { timeoutMs: 60_000 });

  test('says who it is', () => {
    const { driver, runtime, platform, timeZone, abilities } = session.hello;
    expect(driver).toEqual({ name: manifest.name, package: manifest.package, version: manifest.version });
    expect(runtime.version).toMatch(/^\d+(\.\d+)*/);
    for (const text of [runtime.name, platform, timeZone]) expect(text).not.toBe('');
    expect(abilities).toContain('login');
    expect(new Set(abilities).size).toBe(abilities.length);
  });

  test('says what its driver has no function for', async () => {
    respond = () => ({ status: 200, body: '{"resource":null}' });
    expect(await ask(json('{"get_well_soon":1,"params":2}'))).toEqual({
      outcome: 'unsupported',
      what: 'get_well_soon',
    });
    expect(await ask(json('[{"get":{"x":1}}]'))).toMatchObject({ outcome: 'unsupported', what: 'x' });
  });

  test('reports an error of which the driver makes nothing', async () => {
    // Python's print raises for it (formats, 17 item 32), and writes nothing.
    respond = () => ({ status: 400, body: '{"errors":[]}' });
    const answer = await ask(json('1'));
    expect(answer).toMatchObject({ outcome: 'error' });
    expect('prints' in answer && answer.prints).toHaveLength(2);
  });

  test('prints UTF-8 in the C locale too', async () => {
    respond = () => ({ status: 200, body: '{"resource":"é 😀"}' });
    const start = { ...ready.start, env: { ...ready.start.env, LC_ALL: 'C', TZ: 'Asia/Tokyo' } };
    await using abroad = await open(start, manifest);
    const answer = await abroad.ask(
      { endpoint: server.url, secret: 'fnSecret', query: null },
      { timeoutMs: 60_000 },
    );
    const text = 'prints' in answer ? Buffer.from(answer.prints[0]).toString('utf8') : answer.outcome;
    expect(text).toContain('é 😀');
  });

  test('ends when its input ends', async () => {
    const process = startProcess(ready.start);
    process.endInput();
    expect(await process.exited).toBe('exit status 0');
  });

  // Asked one at a time: what the server received last is this question.
  const arrivals = async (queries: readonly string[]): Promise<Record<string, string>> => {
    respond = () => ({ status: 200, body: '{"resource":null}' });
    const changed: Record<string, string> = {};
    for (const query of queries) {
      received.length = 0;
      const answer = await ask(json(query));
      const arrived = received[0] ?? JSON.stringify(answer);
      if (!sameJson(query, arrived)) changed[query] = arrived;
    }
    return changed;
  };

  test('has every question that it can ask arrive as it was asked, but for the known deviations of the query builder', async () => {
    const samples = session.hello.abilities.flatMap((name) => {
      const found = samplesOf(name);
      expect(found, `samples.ts needs a sample of ${name}`).not.toHaveLength(0);
      return found;
    });
    expect(samples.length).toBeGreaterThan(200);
    expect(await arrivals(samples)).toEqual(BUILDER_DEVIATIONS[manifest.name]?.forms);
  });

  test('has every literal arrive as it was asked, but for the known deviations', async () => {
    expect(await arrivals(LITERALS)).toEqual(BUILDER_DEVIATIONS[manifest.name]?.literals);
  });

  for (const recorded of RECORDED.filter(({ shim }) => shim === manifest.name))
    test('prints what the published driver printed, byte for byte and twice, and decodes what was answered but for the known losses', async () => {
      const rows = realPrints(recorded.driver, recorded.version, recorded.runtime).filter((row) =>
        recorded.comparable(row, session.hello.runtime.version),
      );
      expect(rows.length).toBeGreaterThan(170);
      respond = (body) => {
        const row = rows[Number(/\d+/.exec(body)?.[0])];
        if (row === undefined) return { status: 400, body: '{"errors":[]}' };
        return { status: row.status ?? 200, body: bodyOf(row) };
      };
      const answers = await Promise.all(rows.map((_, index) => ask(`case ${index}`)));

      const lost: Record<string, string> = {};
      for (const [index, row] of rows.entries()) {
        const answer = answers[index];
        expect([row.case, answer && printsOf(answer, recorded.mask)]).toEqual([
          row.case,
          expectedOf(row, recorded.mask),
        ]);
        const difference =
          answer !== undefined && 'decoded' in answer && row.status === undefined
            ? firstDifference(fromWire(row.wire), answer.decoded)
            : undefined;
        if (difference !== undefined) lost[row.case] = difference.what;
      }
      expect(lost).toEqual(LOSSES[manifest.name]);
    });
}

async function open(start: StartCommand, expected: Manifest): Promise<Session> {
  const opening = await openSession(() => startProcess(start), expected, { strict: true });
  if (!opening.ok) throw new Error(`${describeBreakdown(opening.failure)}\n${opening.noise}`);
  return opening.session;
}

function printsOf(answer: Answer, mask: (text: string) => string): unknown {
  if (answer.outcome === 'unprintable') return answer.outcome;
  return 'prints' in answer
    ? answer.prints.map((bytes) => mask(Buffer.from(bytes).toString('latin1')))
    : answer;
}

function expectedOf(row: RealPrint, mask: (text: string) => string): unknown {
  if (row.outcome === 'print-error') return 'unprintable';
  const print = mask(`${Buffer.from(row.bytes).toString('latin1')}\n`);
  return [print, print];
}

/** The whole body that the server sent for a recorded print; an error that is no JSON was sent as the text that it is. */
function bodyOf({ wire, status }: RealPrint): string {
  if (status === undefined) return `{"resource":${writeJson(wire)}}`;
  return typeof wire === 'string' ? wire : writeJson(wire);
}

function sameJson(left: string, right: string): boolean {
  return firstDifference(build.query(json(left)), build.query(json(right))) === undefined;
}

function json(text: string): Json {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.error.expected}`);
  return reading.json;
}
