import {
  JsonObject,
  inGeneration,
  toWire,
  writeJson,
  type Generation,
  type Value,
} from '../../value/index.ts';

/** The body of the answer: the value as `resource`, refs spelt as the API versions of a generation spell them. */
export function print(value: Value, generation: Generation): string {
  return writeJson(new JsonObject([['resource', toWire(inGeneration(value, generation), generation)]]));
}
