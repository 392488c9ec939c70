import { explore, type Exploration, type ExploreSettings } from './explore.ts';
import type { ReadyDriver } from '../run-scenario.ts';
import type { Generator } from './generator.ts';
import { generatedSessions } from './sessions.ts';
import { generatedValues } from './values.ts';

/** A generator whose kind of input nobody outside needs to know. */
export interface AnyGenerator {
  readonly name: string;
  readonly title: string;
  explore(drivers: readonly ReadyDriver[], settings: ExploreSettings): Promise<Exploration>;
}

/** Every generated scenario, in the order in which reports list them. */
export const generators: readonly AnyGenerator[] = [any(generatedValues), any(generatedSessions)];

function any<Input>(generator: Generator<Input>): AnyGenerator {
  const { name, title } = generator;
  return { name, title, explore: (drivers, settings) => explore(generator, drivers, settings) };
}
