import fc from 'fast-check';
import type { Judged, KnownDivergence } from '../../verdict/known.ts';
import type { Judgement } from '../judge.ts';
import { runScenario, type ReadyDriver } from '../run-scenario.ts';
import {
  Book,
  exampleOf,
  MOST_DISCOVERIES,
  searched,
  unreadableExample,
  type Exploration,
  type Explored,
  type ExploreSettings,
  type Sighting,
} from './exploration.ts';
import { ANSWER } from './check-names.ts';
import type { Generator } from './generator.ts';

/**
 * Tries a generator's inputs on all drivers at once. Known divergences are put to the test with their own examples; of
 * unknown ones each shape is shrunk to its smallest input.
 */
export async function explore<Input>(
  generator: Generator<Input>,
  drivers: readonly ReadyDriver[],
  settings: ExploreSettings,
): Promise<Exploration> {
  const { signal } = settings;
  const book = new Book(generator, drivers, settings);
  const sight = async (input: Input, among = drivers): Promise<Sighting[]> => {
    const outcome = await runScenario(generator.scenarioOf(input), among, settings);
    return sightings(generator, outcome.judged);
  };

  for (const entry of book.entries) {
    if (signal.aborted) return book.exploration;
    book.settleKnown(
      entry,
      await putToTest(generator, entry, (input) => sight(input, named(drivers, entry))),
    );
  }

  let isOver = false;
  while (!isOver && !signal.aborted && book.discoveries.length < MOST_DISCOVERIES) {
    const found = await search(generator, settings, async (input) =>
      (await sight(input)).filter((one) => !book.knows(one)),
    );
    isOver = found === undefined;
    if (found !== undefined) {
      const { sighting, input, path } = found;
      book.discover({ ...sighting, example: generator.toJson(input), path });
    }
  }

  // What an interrupted search has not seen is reported as interrupted, by whoever accounts for the run.
  if (!signal.aborted) for (const { name } of drivers) book.close(name, searched(book.discoveries.length));
  return book.exploration;
}

function named(drivers: readonly ReadyDriver[], { driver }: KnownDivergence): readonly ReadyDriver[] {
  return drivers.filter(({ name }) => name === driver);
}

/** The judgement of a known divergence: the sighting that it names, else another one of its expectation, else a pass. */
async function putToTest<Input>(
  { fromJson }: Generator<Input>,
  entry: KnownDivergence,
  sight: (input: Input) => Promise<readonly Sighting[]>,
): Promise<Judgement> {
  let input: Input;
  try {
    input = fromJson(exampleOf(entry));
  } catch (cause) {
    return unreadableExample(entry, cause);
  }
  const mine = (await sight(input)).filter(({ expectation }) => expectation === entry.expectation);
  const [found] = [...mine.filter(({ shape }) => shape === entry.shape), ...mine];
  return found === undefined ? { verdict: 'pass' } : found.judgement;
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
      // Answers that were not waited for are no finding.
      if (signal.aborted) return true;
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

/** The failing checks of a generated scenario's run; those of single answers count as one expectation. */
function sightings({ expectations }: Explored, judged: readonly Judged[]): Sighting[] {
  return judged.flatMap(({ check: { driver, expectation: stated }, ...judgement }) => {
    if (judgement.verdict === 'pass' || judgement.finding?.move === 'nobody') return [];
    const expectation = expectations.includes(stated) ? stated : ANSWER;
    return [{ driver, expectation, shape: judgement.finding?.shape ?? judgement.verdict, judgement }];
  });
}
