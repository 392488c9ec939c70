/**
 * The nightly run of old Node.js releases (`npm run nightly`): each is fetched and run. Arbitrary trees go through its own
 * `util.inspect`, and every published release of the driver that loads there is asked over HTTP for recorded and for
 * arbitrary answers, errors among them, and prints what it made of them with `console.log`; the model is held against every
 * byte of a value, and reads values and errors.
 * A pair that cannot be had or does not load is unavailable, with the reason.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OLDEST_RUNTIME } from '../../src/format/js/about/runtimes.ts';
import { PROFILES, type Profile } from '../../src/format/js/layout/profile.ts';
import { makeFormat } from '../../src/format/js/make-format.ts';
import { errorReadsAsProjected, printsAlike, readsAsProjected, treesAgree, type Pair } from './agree.ts';
import { startAnsweringDatabase, type AnsweringDatabase } from './answering-database.ts';
import { arbitraryCase, arbitraryError, recordedCases, tellableCase } from './cases.ts';
import { fetchNode, NODES, type NodeRelease } from './fetch-node.ts';
import { isRunning, startNode, type Program, type Unavailable } from './old-node.ts';
import { startDriver } from './live-driver.ts';
import {
  asPrintedBy,
  asRaisedBy,
  DRIVERS,
  fetchDrivers,
  folderOf,
  UNPUBLISHED,
  type DriverRelease,
} from './releases.ts';
import { rowOf, Table, type Result } from './table.ts';

const TREES = 500;
/** Arbitrary answers for the releases that the ids are modelled on, and for the others. */
const VALUES = 100;
const FEW_VALUES = 20;
/** For a gigabyte of programs. */
const FETCHING_MS = 1_800_000;

const INSPECT = 'util.inspect';
const table = new Table(NODES);
/** The layouts in which some release of an id has printed. */
const answered = new Map<string, Set<Profile>>();
const programs = new Map<string, Program | Unavailable>();
let database: AnsweringDatabase;
let drivers: string | Unavailable;

beforeAll(async () => {
  database = await startAnsweringDatabase();
  drivers = await fetchDrivers();
  for (const node of NODES) programs.set(node.version, await fetchNode(node));
}, FETCHING_MS);

afterAll(async () => {
  await database[Symbol.asyncDispose]();
  for (const id of UNPUBLISHED)
    for (const node of NODES) table.add(id, node, { unavailable: 'npm has none of its releases' });
  console.log(`\n${table.text()}\n`);
});

describe.each(NODES)('Node.js $version', (node) => {
  test('lays out arbitrary trees as modelled', async ({ skip }) => {
    const result = await recorded(INSPECT, node, () => inspects(node));
    if (typeof result !== 'string') skip(`unavailable: ${result.unavailable}`);
  });

  test.for(DRIVERS)('runs faunadb $version, which prints as modelled', async (driver, { skip }) => {
    const result = await recorded(rowOf(driver), node, () => prints(node, driver));
    if (typeof result !== 'string') return skip(`unavailable: ${result.unavailable}`);
    const { id } = driver.traits;
    answered.set(id, (answered.get(id) ?? new Set()).add(node.profile));
  });
});

describe('the oldest Node.js on which a release answers', () => {
  test.for([...new Set(DRIVERS.map(({ traits }) => traits.id))])('%s', (id, { skip }) => {
    const profiles = answered.get(id);
    if (profiles === undefined) return skip('unavailable: none of its releases ran');
    expect(PROFILES.find((profile) => profiles.has(profile))).toBe(OLDEST_RUNTIME.get(id));
  });
});

/** Writes what came of a comparison into the table; what differs is thrown on. */
async function recorded(row: string, node: NodeRelease, compare: () => Promise<Result>): Promise<Result> {
  try {
    const result = await compare();
    table.add(row, node, result);
    return result;
  } catch (difference) {
    table.add(row, node, 'differs');
    throw difference;
  }
}

async function inspects(node: NodeRelease): Promise<Result> {
  const program = programOf(node);
  if ('unavailable' in program) return program;
  const started = await startNode(program);
  if (!isRunning(started)) return started;
  await using running = started;
  await treesAgree(running, node.profile, TREES);
  return 'equal';
}

async function prints(node: NodeRelease, release: DriverRelease): Promise<Result> {
  const program = programOf(node);
  if ('unavailable' in program) return program;
  if (typeof drivers !== 'string') return drivers;
  const started = await startDriver(program, folderOf(drivers, release), database);
  if ('unavailable' in started) return started;
  await using driver = started;
  const { traits, isModelled } = release;
  const format = makeFormat({ traits, profile: node.profile });
  const pair: Pair = {
    driver,
    format,
    asPrinted: (text) => asPrintedBy(release, text),
    asRaised: (error) => asRaisedBy(release, error),
  };
  if (isModelled) for (const one of recordedCases(traits)) await printsAlike(pair, one);
  const numRuns = isModelled ? VALUES : FEW_VALUES;
  await fc.assert(
    fc.asyncProperty(arbitraryCase(traits), async (one) => void (await printsAlike(pair, one))),
    { numRuns },
  );
  await fc.assert(
    fc.asyncProperty(tellableCase(traits, node.profile), async (one) => {
      const printed = await printsAlike(pair, one);
      if (printed !== undefined) readsAsProjected(pair, printed, one.value);
    }),
    { numRuns },
  );
  await fc.assert(
    fc.asyncProperty(arbitraryError, (error) => errorReadsAsProjected(pair, error)),
    { numRuns: FEW_VALUES },
  );
  return 'equal';
}

function programOf({ version }: NodeRelease): Program | Unavailable {
  return programs.get(version) ?? { unavailable: 'it was not fetched' };
}
