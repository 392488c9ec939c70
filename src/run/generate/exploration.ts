/**
 * The book of a generated scenario: what its known divergences came to, what was discovered, and what every other check of
 * it is worth. How inputs are found is the business of `explore.ts` and `explore-pairs.ts`.
 */
import { satisfies } from 'semver';
import type { RunningBackend } from '../../backend/backend.ts';
import { readJson, type Json } from '../../value/index.ts';
import type { Judged, KnownDivergence, KnownDivergences } from '../../verdict/known.ts';
import type { DiscoveryRecord } from '../../verdict/record.ts';
import { checkName } from '../../verdict/verdict.ts';
import { notRun, type Judgement } from '../judge.ts';
import { ANY_STEP } from './check-names.ts';

/** Unknown shapes looked for in one search: the first few say enough, and each costs a search and a shrinking. */
export const MOST_DISCOVERIES = 5;

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

/** A generated scenario as its checks name it. */
export interface Explored {
  readonly name: string;
  /** What each driver is judged by, over all inputs together. */
  readonly expectations: readonly string[];
}

/** One failing check of a generated scenario. */
export interface Sighting {
  readonly driver: string;
  readonly expectation: string;
  readonly shape: string;
  readonly judgement: Judgement;
}

/** A sighting with the smallest input that shows it. */
export interface Discovery extends Sighting {
  readonly example: Json;
  /** What leads back to it, together with the seed. */
  readonly path: string;
}

export class Book {
  /** The known divergences that are to be put to the test. */
  readonly entries: readonly KnownDivergence[];
  readonly discoveries: DiscoveryRecord[] = [];
  readonly #judged = new Map<string, Judged>();
  readonly #scenario: Explored;
  readonly #seed: number;

  constructor(
    scenario: Explored,
    drivers: readonly { readonly name: string; readonly version: string }[],
    { known, seed }: Pick<ExploreSettings, 'known' | 'seed'>,
  ) {
    this.#scenario = scenario;
    this.#seed = seed;
    this.entries = knownFor(scenario.name, drivers, known);
  }

  /** Whether a finding is one of the known divergences, or was discovered before. */
  knows({ driver, expectation, shape }: Pick<Sighting, 'driver' | 'expectation' | 'shape'>): boolean {
    return [...this.entries, ...this.discoveries].some(
      (one) => one.driver === driver && one.expectation === expectation && one.shape === shape,
    );
  }

  /** Notes what came of a known divergence's own example. */
  settleKnown({ driver, id, expectation }: KnownDivergence, judgement: Judgement): void {
    this.#settle(driver, id, expectation, judgement);
  }

  discover({ driver, expectation, shape, judgement, example, path }: Discovery): void {
    const detail = judgement.finding?.detail ?? judgement.verdict;
    const replay = { scenario: this.#scenario.name, seed: this.#seed, path };
    this.discoveries.push({ driver, expectation, shape, detail, example, replay });
    this.#settle(driver, ANY_STEP, expectation, judgement);
  }

  /**
   * Gives a driver's other checks what the search as a whole came to. A search that ended early has not seen that nothing
   * is wrong.
   */
  close(driver: string, judgement: Judgement): void {
    for (const expectation of this.#scenario.expectations) {
      const isFound = this.discoveries.some(
        (one) => one.driver === driver && one.expectation === expectation,
      );
      if (!isFound) this.#settle(driver, ANY_STEP, expectation, judgement);
    }
  }

  get exploration(): Exploration {
    return { judged: [...this.#judged.values()], discoveries: this.discoveries };
  }

  #settle(driver: string, step: string, expectation: string, judgement: Judgement): void {
    const check = { scenario: this.#scenario.name, driver, step, expectation };
    this.#judged.set(checkName(check), { check, ...judgement });
  }
}

/** What a search came to where it found nothing: a pass only after all its inputs. */
export function searched(discoveries: number): Judgement {
  return discoveries < MOST_DISCOVERIES
    ? { verdict: 'pass' }
    : notRun(`the search ended with ${discoveries} other findings`, 'nobody');
}

/** Entries of a generated scenario whose driver is here in a version of their range. */
export function knownFor(
  scenario: string,
  drivers: readonly { readonly name: string; readonly version: string }[],
  known: KnownDivergences,
): readonly KnownDivergence[] {
  return known.entries.filter(
    (entry) =>
      entry.scenario === scenario &&
      drivers.some(
        ({ name, version }) =>
          name === entry.driver && satisfies(version, entry.versions, { includePrerelease: true }),
      ),
  );
}

/** The example of an entry, with its 64-bit integers. */
export function exampleOf({ example = null }: KnownDivergence): Json {
  const reading = readJson(JSON.stringify(example));
  return reading.ok ? reading.json : null;
}

/** The judgement of an entry whose example the scenario cannot read: the file is wrong, not the driver. */
export function unreadableExample({ id }: KnownDivergence, cause: unknown): Judgement {
  const problem = cause instanceof Error ? cause.message : String(cause);
  return notRun(
    `The example of the known divergence ${id} is none of this scenario's: ${problem}`,
    'scenario',
  );
}
