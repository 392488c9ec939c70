import { JsonObject, toWire, type Generation, type Json, type Value } from '../../value/index.ts';
import type { Traits } from './traits.ts';

/**
 * The body of a lambda again, from what the driver made of it: tagged values tagged as the database tags them for this
 * driver, plain objects never escaped.
 */
export function jsonOf(value: Value, traits: Traits): Json {
  const inside = (one: Value): Json => jsonOf(one, traits);
  // Alternatives have one text, and so one JSON.
  if (value.kind === 'oneOf') return value.options[0] === undefined ? null : inside(value.options[0]);
  if (value.kind === 'array') return value.items.map(inside);
  if (value.kind === 'object') return new JsonObject(value.entries.map(([key, of]) => [key, inside(of)]));
  if (value.kind === 'set')
    return new JsonObject([['@set', new JsonObject(value.entries.map(([key, of]) => [key, inside(of)]))]]);
  return toWire(value, GENERATION[traits.refs]);
}

const GENERATION = {
  path: 'paths',
  class: 'classes',
  collection: 'collections',
} as const satisfies Readonly<Record<Traits['refs'], Generation>>;
