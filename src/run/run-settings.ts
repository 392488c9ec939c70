import type { Backend } from '../backend/backend.ts';
import type { Scenario } from '../scenario/index.ts';
import type { KnownDivergences } from '../verdict/known.ts';
import type { AnyGenerator } from './generate/generator.ts';
import type { Participant } from './participant.ts';

/** What a run is made of. */
export interface RunSettings {
  readonly scenarios: readonly Scenario[];
  readonly generators: readonly AnyGenerator[];
  readonly participants: readonly Participant[];
  readonly backend: Backend;
  readonly known: KnownDivergences;
  readonly seed: number;
  /** Path of one counter-example of a generated scenario; absent: search. */
  readonly path?: string;
  readonly timeoutMs: number;
  /** Version of printproof, for the record. */
  readonly version: string;
  /** Told what is going on, for people: a driver is set up, a scenario is done. */
  readonly progress: (message: string) => void;
  /** When it fires, what has not run yet is reported as not run. */
  readonly signal: AbortSignal;
}
