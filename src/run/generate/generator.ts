import type fc from 'fast-check';
import type { Scenario } from '../../scenario/index.ts';
import type { Json } from '../../value/index.ts';

/**
 * A scenario that is made up anew for every seed: an arbitrary input, and the ordinary scenario that it stands for. What it
 * finds shrinks to the smallest input that still shows it.
 */
export interface Generator<Input> {
  readonly name: string;
  readonly title: string;
  readonly arbitrary: fc.Arbitrary<Input>;
  /** Inputs tried in one run. */
  readonly runs: number;
  readonly scenarioOf: (input: Input) => Scenario;
  /** The input as kept in reports and in the file of known divergences, and back. */
  readonly toJson: (input: Input) => Json;
  readonly fromJson: (json: Json) => Input;
}

/** The step that stands for all generated steps in check names. */
export const ANY_STEP = 'any step';
