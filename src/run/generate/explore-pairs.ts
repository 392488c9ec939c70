import fc from 'fast-check';
import { findAmbiguity, twin } from '../../expect/ambiguity.ts';
import { neighbours } from '../../expect/ambiguity/neighbours.ts';
import { pairShape, type Pair } from '../../expect/pair-shape.ts';
import { storableValue } from '../../expect/arbitrary/storable-value.ts';
import { build, firstDifference, type Value } from '../../value/index.ts';
import type { Judgement } from '../judge.ts';
import type { ReadyDriver } from '../run-scenario.ts';
import {
  Book,
  exampleOf,
  MOST_DISCOVERIES,
  searched,
  unreadableExample,
  type Exploration,
  type Explored,
  type ExploreSettings,
} from './exploration.ts';
import { isStorable } from './is-storable.ts';
import { DISTINCT, judgePair, modelOnly, type Claim } from './pair.ts';
import { realPrints, type Print } from './real-prints.ts';
import { shrinkValue } from './shrink-value.ts';
import { generatedValues } from './values.ts';

/** Values that the model is searched with: each costs some milliseconds, and every night brings another seed. */
const MODEL_RUNS = 200;
/** Batches of values that are printed for real together with their neighbours. */
const LIVE_RUNS = 3;
const LIVE_VALUES = 5;
/** Neighbours of a value that are printed; a large value has hundreds. */
const LIVE_NEIGHBOURS = 5;
/** Marks a path of the search on real prints; others are the model's. */
const LIVE = 'live:';

/** Inside an object, since JavaScript and Python print a string by itself as its bare characters: it is like everything. */
const wrapped = storableValue.map((value) => build.obj([['v', value]]));

/**
 * Looks, for each driver, for two different values that it prints alike. Its format's model is asked first, of many
 * values, and each pair that it names is printed for real. Then values and their neighbours are printed for real, for
 * losses that the model knows nothing of.
 */
export async function explorePairs(
  scenario: Explored,
  drivers: readonly ReadyDriver[],
  settings: ExploreSettings,
): Promise<Exploration> {
  const explorations = await Promise.all(
    drivers.map((driver) => new PairSearch(scenario, driver, settings).explore()),
  );
  return {
    judged: explorations.flatMap(({ judged }) => judged),
    discoveries: explorations.flatMap(({ discoveries }) => discoveries),
  };
}

/** A pair with one text, and the path of the search that found it. */
interface Found {
  readonly pair: Pair;
  readonly path: string;
}

/** The search with one driver. */
class PairSearch {
  readonly #driver: ReadyDriver;
  readonly #settings: ExploreSettings;
  readonly #book: Book;
  /** The last reason why a driver that should print did not. */
  #broken: Judgement | undefined;

  constructor(scenario: Explored, driver: ReadyDriver, settings: ExploreSettings) {
    this.#driver = driver;
    this.#settings = settings;
    this.#book = new Book(scenario, [driver], settings);
  }

  async explore(): Promise<Exploration> {
    const { signal, path } = this.#settings;
    if (!signal.aborted) await this.#putToTest();
    if (path?.startsWith(LIVE) !== true) await this.#searchModel();
    if (path?.startsWith(LIVE) !== false) await this.#searchPrints();
    const found = this.#book.discoveries.length;
    if (!signal.aborted) this.#book.close(this.#driver.name, this.#broken ?? searched(found));
    return this.#book.exploration;
  }

  /** Prints the examples of all known divergences at once. */
  async #putToTest(): Promise<void> {
    const read = this.#book.entries.flatMap((entry) => {
      try {
        return [{ entry, pair: pairOf(generatedValues.fromJson(exampleOf(entry))) }];
      } catch (cause) {
        this.#book.settleKnown(entry, unreadableExample(entry, cause));
        return [];
      }
    });
    const prints = await this.#print(read.flatMap(({ pair }) => pair));
    for (const [index, { entry, pair }] of read.entries())
      this.#book.settleKnown(entry, this.#judge(pair, prints.slice(2 * index), 'known'));
  }

  async #searchModel(): Promise<void> {
    for (let found = await this.#nextOfModel(); found !== undefined; found = await this.#nextOfModel())
      await this.#discover(found, 'the model says one text');
  }

  async #nextOfModel(): Promise<Found | undefined> {
    if (this.#isOver) return undefined;
    const { format } = this.#driver;
    const { seed, path } = this.#settings;
    const found = findAmbiguity(format, wrapped, {
      seed,
      numRuns: MODEL_RUNS,
      accept: (...pair) => this.#isWanted(pair),
      ...(path === undefined ? {} : { path }),
    });
    if (found === undefined) return undefined;
    const shape = pairShape(format, [found.left, found.right]);
    const isSame = (...pair: Pair): boolean => this.#isWanted(pair) && pairShape(format, pair) === shape;
    const { value, shown } = await shrinkValue(found.left, found.right, async (smaller) =>
      twin(format, smaller, isSame),
    );
    return { pair: [value, shown], path: found.path };
  }

  async #searchPrints(): Promise<void> {
    for (let found = await this.#nextOfPrints(); found !== undefined; found = await this.#nextOfPrints())
      await this.#discover(found, 'seen');
  }

  async #nextOfPrints(): Promise<Found | undefined> {
    if (this.#isOver) return undefined;
    const { seed, path } = this.#settings;
    let shape: string | undefined;
    let pair: Pair | undefined;
    const { counterexamplePath } = await fc.check(
      fc.asyncProperty(fc.array(wrapped, { minLength: 1, maxLength: LIVE_VALUES }), async (values) => {
        const found = await this.#collision(values, shape);
        shape ??= found && pairShape(this.#driver.format, found);
        pair = found ?? pair;
        return found === undefined;
      }),
      { seed, numRuns: LIVE_RUNS, ...(path === undefined ? {} : { path: path.slice(LIVE.length) }) },
    );
    if (pair === undefined) return undefined;
    const { value, shown } = await shrinkValue(pair[0], pair[1], async (smaller) => {
      const found = await this.#collision([smaller], shape);
      return found?.[1];
    });
    return { pair: [value, shown], path: `${LIVE}${counterexamplePath ?? ''}` };
  }

  /** Prints values and some neighbours of each: the first wanted pair that has one text, of a shape if one is given. */
  async #collision(values: readonly Value[], shape: string | undefined): Promise<Pair | undefined> {
    if (this.#settings.signal.aborted) return undefined;
    const { format } = this.#driver;
    const pairs = values.flatMap((value) =>
      some(
        neighbours(value)
          .map((other): Pair => [value, other])
          .filter(
            (pair) => this.#isWanted(pair) && (shape === undefined || pairShape(format, pair) === shape),
          ),
      ),
    );
    const printed = [...new Set(pairs.flat())];
    const prints = await this.#print(printed);
    const textOf = new Map(
      printed.map((value, index) => {
        const print = prints[index];
        return [value, print !== undefined && 'text' in print ? print.text : undefined];
      }),
    );
    return pairs.find(([left, right]) => {
      const text = textOf.get(left);
      return text !== undefined && text === textOf.get(right);
    });
  }

  get #isOver(): boolean {
    const { discoveries } = this.#book;
    return (
      this.#settings.signal.aborted || this.#broken !== undefined || discoveries.length >= MOST_DISCOVERIES
    );
  }

  /** Whether a pair is of two values that the database stores, and of an unknown shape. */
  #isWanted(pair: Pair): boolean {
    const [left, right] = pair;
    if (!isStorable(right) || firstDifference(left, right) === undefined) return false;
    return !this.#knows(pairShape(this.#driver.format, pair));
  }

  #knows(shape: string): boolean {
    const { name: driver } = this.#driver;
    return [shape, modelOnly(shape)].some((spelling) =>
      this.#book.knows({ driver, expectation: DISTINCT, shape: spelling }),
    );
  }

  #judge(pair: Pair, [left, right]: readonly Print[], claim: Claim): Judgement {
    if (left === undefined || right === undefined) throw new Error('A pair has two prints.');
    return judgePair(this.#driver.format, pair, [left, right], claim);
  }

  /** Prints a pair that was found, and notes what came of it; one that cannot be judged ends the search. */
  async #discover({ pair, path }: Found, claim: Claim): Promise<void> {
    const prints = await this.#print(pair);
    const judgement = this.#judge(pair, prints, claim);
    const shape = judgement.finding?.shape;
    if (shape === undefined || !prints.every((print) => 'text' in print)) {
      this.#broken = judgement;
      return;
    }
    const { name: driver } = this.#driver;
    const example = generatedValues.toJson(pair);
    this.#book.discover({ driver, expectation: DISTINCT, shape, judgement, example, path });
  }

  /** Real prints; notes when the driver or the database failed. */
  async #print(values: readonly Value[]): Promise<readonly Print[]> {
    const prints = await realPrints(values, this.#driver, this.#settings);
    for (const print of prints) if ('broken' in print) this.#broken = print.broken;
    return prints;
  }
}

function pairOf([left, right, ...more]: readonly Value[]): Pair {
  if (left === undefined || right === undefined || more.length > 0)
    throw new TypeError('it must be a list of two tagged values');
  return [left, right];
}

/** A few of many, from all over. */
function some<Item>(items: readonly Item[]): readonly Item[] {
  const step = Math.ceil(items.length / LIVE_NEIGHBOURS);
  return items.filter((_, index) => index % step === 0);
}
