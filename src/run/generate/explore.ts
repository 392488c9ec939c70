import fc from 'fast-check';
import type { RunningBackend } from '../../backend/backend.ts';
import { satisfies } from 'semver';
import { readJson } from '../../value/index.ts';
import type { Judged, KnownDivergence, KnownDivergences } from '../../verdict/known.ts';
import type { DiscoveryRecord } from '../../verdict/record.ts';
import { checkName } from '../../verdict/verdict.ts';
import type { Judgement } from '../judge.ts';
import { EXPECTATIONS } from '../plan.ts';
import { runScenario, type ReadyDriver } from '../run-scenario.ts';
import { ANY_STEP, type Generator } from './generator.ts';

/** Unknown shapes looked for in one run: the first few say enough, and each costs a search and a shrinking. */
const MOST_DISCOVERIES = 5;

/** What all answers to values together are expected to be, in check names. */
const ANSWER = 'is answered as the model says';

export interface ExploreSettings {
  readonly backend: RunningBackend;
  readonly timeoutMs: number;
  readonly seed: number;
  readonly path?: string;
  readonly known: KnownDivergences;
  readonly signal: AbortSignal;
}

export interface Exploration {
  readonly judged: readonly Judged[];
  readonly discoveries: readonly DiscoveryRecord[];
}

/** The expectations that a generated scenario is judged by, for each driver. */
export const GENERATED_EXPECTATIONS: readonly string[] = [
  ANSWER,
  EXPECTATIONS.request,
  EXPECTATIONS.token,
  EXPECTATIONS.decoded,
  EXPECTATIONS.printed,
  EXPECTATIONS.model,
  EXPECTATIONS.stable,
  EXPECTATIONS.equal,
  EXPECTATIONS.agreement,
  EXPECTATIONS.raised,
  EXPECTATIONS.printedError,
];

/** One failing check of a generated scenario. */
interface Sighting {
  readonly driver: string;
  readonly expectation: string;
  readonly shape: string;
  readonly judgement: Judgement;
}

/**
 * Tries a generator's inputs on all drivers at once. Known divergences are put to the test with their own examples; of
 * unknown ones each shape is shrunk to its smallest input.
 */
export async function explore<Input>(
  generator: Generator<Input>,
  drivers: readonly ReadyDriver[],
  settings: ExploreSettings,
): Promise<Exploration> {
  const judged = new Map<string, Judged>();
  const settle = (driver: string, step: string, expectation: string, judgement: Judgement): void => {
    const check = { scenario: generator.name, driver, step, expectation };
    judged.set(checkName(check), { check, ...judgement });
  };
  const sight = async (input: Input, among = drivers): Promise<Sighting[]> => {
    const outcome = await runScenario(generator.scenarioOf(input), among, settings);
    return sightings(outcome.judged);
  };

  const applying = knownFor(generator.name, drivers, settings.known);
  for (const { entry, driver } of applying) {
    const judgement = await putToTest(
      entry,
      await sight(exampleOf(generator, entry), driverNamed(drivers, driver)),
    );
    settle(driver, entry.id, entry.expectation, judgement);
  }

  const discoveries: DiscoveryRecord[] = [];
  const isKnown = ({ driver, expectation, shape }: Sighting): boolean =>
    applying.some(
      ({ entry }) => entry.driver === driver && entry.expectation === expectation && entry.shape === shape,
    ) ||
    discoveries.some(
      (one) => one.driver === driver && one.expectation === expectation && one.shape === shape,
    );

  while (discoveries.length < MOST_DISCOVERIES && !settings.signal.aborted) {
    const found = await search(generator, settings, async (input) =>
      (await sight(input)).filter((one) => !isKnown(one)),
    );
    if (found === undefined) break;
    const { sighting, input, path } = found;
    discoveries.push({
      driver: sighting.driver,
      expectation: sighting.expectation,
      shape: sighting.shape,
      detail: sighting.judgement.finding?.detail ?? sighting.judgement.verdict,
      example: generator.toJson(input),
      replay: { scenario: generator.name, seed: settings.seed, path },
    });
    settle(sighting.driver, ANY_STEP, sighting.expectation, sighting.judgement);
  }

  for (const { name } of drivers)
    for (const expectation of GENERATED_EXPECTATIONS)
      if (!discoveries.some((one) => one.driver === name && one.expectation === expectation))
        settle(name, ANY_STEP, expectation, { verdict: 'pass' });
  return { judged: [...judged.values()], discoveries };
}

/** Entries of a generated scenario whose driver is here in a version of their range. */
export function knownFor(
  scenario: string,
  drivers: readonly { readonly name: string; readonly version: string }[],
  known: KnownDivergences,
): { readonly entry: KnownDivergence; readonly driver: string }[] {
  return known.entries.flatMap((entry) => {
    const driver = drivers.find(({ name }) => name === entry.driver);
    const applies =
      entry.scenario === scenario && driver !== undefined && satisfies(driver.version, entry.versions);
    return applies ? [{ entry, driver: driver.name }] : [];
  });
}

function driverNamed(drivers: readonly ReadyDriver[], name: string): readonly ReadyDriver[] {
  return drivers.filter((driver) => driver.name === name);
}

function exampleOf<Input>(generator: Generator<Input>, entry: KnownDivergence): Input {
  const reading = readJson(JSON.stringify(entry.example ?? null));
  return generator.fromJson(reading.ok ? reading.json : null);
}

/** The judgement of a known divergence: the sighting that it names, else another one of its expectation, else a pass. */
function putToTest(entry: KnownDivergence, seen: readonly Sighting[]): Judgement {
  const mine = seen.filter(({ expectation }) => expectation === entry.expectation);
  const [found] = [...mine.filter(({ shape }) => shape === entry.shape), ...mine];
  if (found === undefined) return { verdict: 'pass' };
  return found.judgement;
}

/** Looks for an input with an unknown sighting, and shrinks it as long as that very sighting stays. */
async function search<Input>(
  generator: Generator<Input>,
  { seed, path, signal }: ExploreSettings,
  unknown: (input: Input) => Promise<readonly Sighting[]>,
): Promise<{ readonly sighting: Sighting; readonly input: Input; readonly path: string } | undefined> {
  let sighting: Sighting | undefined;
  const outcome = await fc.check(
    fc.asyncProperty(generator.arbitrary, async (input) => {
      if (signal.aborted) return true;
      const seen = await unknown(input);
      const still = sighting === undefined ? seen[0] : seen.find((one) => sameSighting(one, sighting));
      sighting = still ?? sighting;
      return still === undefined;
    }),
    { seed, numRuns: generator.runs, ...(path === undefined ? {} : { path }) },
  );
  if (!outcome.failed || sighting === undefined || outcome.counterexample === null) return undefined;
  return { sighting, input: outcome.counterexample[0], path: outcome.counterexamplePath ?? '' };
}

function sameSighting(one: Sighting, other: Sighting | undefined): boolean {
  return one.driver === other?.driver && one.expectation === other.expectation && one.shape === other.shape;
}

function sightings(judged: readonly Judged[]): Sighting[] {
  return judged.flatMap(({ check: { driver, expectation: stated }, ...judgement }) => {
    if (judgement.verdict === 'pass' || judgement.finding?.move === 'nobody') return [];
    const expectation = GENERATED_EXPECTATIONS.includes(stated) ? stated : ANSWER;
    return [{ driver, expectation, shape: judgement.finding?.shape ?? judgement.verdict, judgement }];
  });
}
