import { JsonObject, toWire, type Json, type Value } from '../../value/index.ts';

/** The body of a lambda again, from what the driver made of it: tagged values tagged, plain objects never escaped. */
export function jsonOf(value: Value): Json {
  // Alternatives have one text, and so one JSON.
  if (value.kind === 'oneOf') return value.options[0] === undefined ? null : jsonOf(value.options[0]);
  if (value.kind === 'array') return value.items.map(jsonOf);
  if (value.kind === 'object') return new JsonObject(value.entries.map(([key, of]) => [key, jsonOf(of)]));
  if (value.kind === 'set')
    return new JsonObject([['@set', new JsonObject(value.entries.map(([key, of]) => [key, jsonOf(of)]))]]);
  return toWire(value);
}
