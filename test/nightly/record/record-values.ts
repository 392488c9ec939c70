import * as fc from 'fast-check';
import type { Json } from '../../format/js/layout/json.ts';
import { makeFormat } from '../../../src/format/js/make-format.ts';
import { UnprintableValue } from '../../../src/format/index.ts';
import { writeJson, type Value } from '../../../src/value/index.ts';
import type { AnsweringDatabase } from '../answering-database.ts';
import { arbitraryCase } from '../cases.ts';
import { startDriver } from '../live-driver.ts';
import type { Program } from '../old-node.ts';
import { DRIVERS, folderOf, type DriverRelease } from '../releases.ts';
import { SEED } from './seed.ts';

/** Releases that load on every Node.js, of ids whose text hangs on it. */
const VERSIONS: ReadonlySet<string> = new Set(['1.1.2', '2.0.2', '2.6.1', '2.8.0', '4.0.0']);
const VALUES = 60;
const LONGEST = 1000;

/** Answers with what a driver prints for them, by layout, or how it fails. */
export async function recordValues(
  programs: ReadonlyMap<string, Program>,
  drivers: string,
  database: AnsweringDatabase,
): Promise<readonly Json[]> {
  const lines: Json[] = [];
  for (const release of DRIVERS.filter(({ version }) => VERSIONS.has(version)))
    lines.push(...(await recordRelease(release, programs, folderOf(drivers, release), database)));
  return lines;
}

async function recordRelease(
  { version, traits }: DriverRelease,
  programs: ReadonlyMap<string, Program>,
  folder: string,
  database: AnsweringDatabase,
): Promise<readonly Json[]> {
  const format = makeFormat({ traits, profile: 'n16' });
  const cases = fc
    .sample(arbitraryCase(traits), { seed: SEED, numRuns: VALUES })
    .filter(({ value }) => isShort(format.print, value));
  const outcomes = cases.map((): Record<string, Json> => ({}));
  for (const [profile, program] of programs) {
    const started = await startDriver(program, folder, database);
    if ('unavailable' in started) throw new Error(`faunadb ${version}, ${profile}: ${started.unavailable}`);
    await using driver = started;
    for (const [index, { wire }] of cases.entries())
      Object.assign(outcomes[index] ?? {}, { [profile]: await driver.outcomeOf(wire) });
  }
  return cases.map(({ wire }, index) => ({
    driver: version,
    format: traits.id,
    wire: writeJson(wire),
    outcomes: outcomes[index] ?? {},
  }));
}

function isShort(print: (value: Value) => string, value: Value): boolean {
  try {
    return print(value).length <= LONGEST;
  } catch (cause) {
    if (cause instanceof UnprintableValue) return true;
    throw cause;
  }
}
