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
  readonly #memo = new Map<object, Map<number, unknown>>();

  constructor(text: string, steps: number) {
    this.text = text;
    this.#steps = steps;
  }

  /** Counts work. Steps, not time, so that a text has the same readings on every machine. */
  spend(steps = 1): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new OutOfSteps();
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
    return this.remember(rule, at, () => new LazyList(find, this.#asked));
  }

  /** Anything else that a rule remembers of a place, under an object of its own. */
  remember<V extends object | boolean>(owner: object, at: number, make: () => V): V {
    let byPlace = this.#memo.get(owner);
    if (byPlace === undefined) this.#memo.set(owner, (byPlace = new Map()));
    // Whoever asks is who stored: one type of value per owner.
    const known = byPlace.get(at) as V | undefined;
    if (known !== undefined) return known;
    const made = make();
    byPlace.set(at, made);
    return made;
  }

  /** A stretch as one number, to remember something of it. */
  span(at: number, end: number): number {
    return at * (this.text.length + 1) + end;
  }
}
