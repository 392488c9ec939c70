import { explore } from './explore.ts';
import type { AnyGenerator, Generator } from './generator.ts';
import { generatedPairs } from './pairs.ts';
import { generatedSessions } from './sessions.ts';
import { generatedValues } from './values.ts';

/** Every generated scenario, in the order in which reports list them. */
export const generators: readonly AnyGenerator[] = [
  any(generatedValues),
  any(generatedSessions),
  generatedPairs,
];

function any<Input>(generator: Generator<Input>): AnyGenerator {
  const { name, title, expectations } = generator;
  return { name, title, expectations, explore: (drivers, settings) => explore(generator, drivers, settings) };
}
