import { explorePairs } from './explore-pairs.ts';
import type { AnyGenerator } from './generator.ts';
import { DISTINCT } from './pair.ts';

/** Different values that a driver prints alike: what its model finds is proven on real prints. */
export const generatedPairs: AnyGenerator = {
  name: 'generated-pairs',
  title: 'Arbitrary pairs of different values, which every driver must print differently.',
  expectations: [DISTINCT],
  explore: (drivers, settings) => explorePairs(generatedPairs, drivers, settings),
};
