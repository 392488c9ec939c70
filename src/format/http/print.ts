import { JsonObject, toWire, writeJson, type Value } from '../../value/index.ts';

/** The body of the answer: the value as `resource`. */
export function print(value: Value): string {
  return writeJson(new JsonObject([['resource', toWire(value)]]));
}
