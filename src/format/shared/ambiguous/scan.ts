import { textError, type TextError } from '../../../value/index.ts';
import { LazyList } from './lazy-list.ts';

/** Thrown when the steps of a scan are used up; caught by `readAll`. */
export class OutOfSteps extends Error {
  override readonly name = 'OutOfSteps';
}

/** The state of reading one text: what was found where, how much work is left, and the furthest failure. */
export class Scan {
  readonly text: string;
  #steps: number;
  #furthest = 0;
  #expected: string[] = [];
  readonly #asked = (): void => this.spend();
  readonly #ends = new Map<object, Map<number, LazyList>>();
  readonly #known = new Map<object, Map<number, Map<number, boolean>>>();

  constructor(text: string, steps: number) {
    this.text = text;
    this.#steps = steps;
  }

  /** Counts work. Steps, not time, so that a text has the same readings on every machine. */
  spend(steps = 1): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new OutOfSteps();
  }

  /** Lowers what is left of the work. */
  limit(steps: number): void {
    this.#steps = Math.min(this.#steps, steps);
  }

  /** Notes what a rule would have accepted at a place. */
  expect(at: number, expected: string): void {
    if (at < this.#furthest) return;
    if (at > this.#furthest) this.#expected = [];
    this.#furthest = at;
    if (!this.#expected.includes(expected)) this.#expected.push(expected);
  }

  /** The error at the furthest place that any attempt reached. */
  error(): TextError {
    return textError(this.text, this.#furthest, this.#expected.join(' or ') || 'the end');
  }

  /** The remembered ends of a rule at a place; `find` is asked once. */
  ends(rule: object, at: number, find: () => Iterable<number>): LazyList {
    const byPlace = mapIn(this.#ends, rule, () => new Map<number, LazyList>());
    return mapIn(byPlace, at, () => new LazyList(find, this.#asked));
  }

  /** What is known of reaching `end` from other places, for whoever asks: `true` it can be done, `false` it cannot. */
  known(owner: object, end: number): Map<number, boolean> {
    const byEnd = mapIn(this.#known, owner, () => new Map<number, Map<number, boolean>>());
    return mapIn(byEnd, end, () => new Map<number, boolean>());
  }
}

function mapIn<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
