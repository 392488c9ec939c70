import type { Value } from '../value/index.ts';
import type { Position } from './specimens.ts';

/**
 * What becomes of a kind of values. `kept`: the text of each value tried says which value it is. `undefined`: the driver can
 * decode or print none of them. `lost`: no text says more than that there is a value of this kind. `degraded`: all between;
 * the cell says what is lost, of which value, and which values share a text.
 */
export type Fate = 'kept' | 'degraded' | 'lost' | 'undefined';

export interface Cell {
  readonly kind: string;
  readonly position: Position;
  readonly fate: Fate;
  /** How many values were tried, and how many of them had each fate. */
  readonly tried: number;
  readonly counts: Readonly<Record<Fate, number>>;
  /** A value that is kept; absent: none is. */
  readonly kept?: Witness;
  /** What is lost, each with the smallest value that shows it. */
  readonly losses: readonly Loss[];
  /** How the driver fails, each with the smallest value that shows it. */
  readonly failures: readonly Failure[];
  /** Different values with one text: of each shape the smallest pair. */
  readonly pairs: readonly AmbiguousPair[];
}

export interface Witness {
  readonly value: Value;
  /** The text, addresses and the like masked. */
  readonly text: string;
  readonly projection: Value;
}

export interface Loss extends Witness {
  /** What is not known, in a few words: `long or double`. */
  readonly what: string;
}

export interface Failure {
  readonly where: 'decode' | 'print';
  /** The text that the driver raises, as far as the model knows it. */
  readonly message: string;
  readonly value: Value;
}

export interface AmbiguousPair {
  /** `pairShape`: `one text: kind: double ≠ long`. */
  readonly shape: string;
  readonly text: string;
  readonly left: Value;
  readonly right: Value;
}
