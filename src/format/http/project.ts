import { fromWire, inGeneration, toWire, type Generation, type Value } from '../../value/index.ts';

/**
 * The wire says everything but the database of a ref that is a path; what it spells differently (NaN as a string) is spelt
 * so here.
 */
export function project(value: Value, generation: Generation): Value {
  return fromWire(toWire(inGeneration(value, generation), generation));
}
