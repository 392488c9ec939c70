import type fc from 'fast-check';
import type { Scenario } from '../../scenario/index.ts';
import type { Json } from '../../value/index.ts';
import type { ReadyDriver } from '../run-scenario.ts';
import type { Exploration, Explored, ExploreSettings } from './exploration.ts';

/**
 * A scenario that is made up anew for every seed: an arbitrary input, and the ordinary scenario that it stands for. What it
 * finds shrinks to the smallest input that still shows it.
 */
export interface Generator<Input> extends Explored {
  readonly title: string;
  readonly arbitrary: fc.Arbitrary<Input>;
  /** Inputs tried in one run. */
  readonly runs: number;
  readonly scenarioOf: (input: Input) => Scenario;
  /** The input as kept in reports and in the file of known divergences, and back. */
  readonly toJson: (input: Input) => Json;
  /** @throws for JSON that is no input. */
  readonly fromJson: (json: Json) => Input;
}

/** A generator whose kind of input nobody outside needs to know. */
export interface AnyGenerator extends Explored {
  readonly title: string;
  explore(drivers: readonly ReadyDriver[], settings: ExploreSettings): Promise<Exploration>;
}
