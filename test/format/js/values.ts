/** Values as a release of the JavaScript driver gets them: in the words of its generation, and of a kind that its text can hold. */
import type * as fc from 'fast-check';
import { arbitraryValue, type ValueOptions } from '../../../src/expect/arbitrary/value.ts';
import type { Traits } from '../../../src/format/js/traits.ts';
import { JsonObject, fromWire, toWire, writeJson, type Json, type Value } from '../../../src/value/index.ts';

/** Arbitrary values that came over the wire of the release's API version, with the queries that go with it. */
export function valuesOf(traits: Traits, options: ValueOptions = {}): fc.Arbitrary<Value> {
  return arbitraryValue(options).map((value) => fromWire(wireOf(value, traits)));
}

export function wireOf(value: Value, { generation }: Traits): Json {
  const wire = toWire(value, generation);
  return generation === 'classes' ? inClasses(wire) : wire;
}

/** Refs inside of queries, too, have a class for a collection. */
function inClasses(json: Json): Json {
  if (!(json instanceof JsonObject)) return isList(json) ? json.map(inClasses) : json;
  return new JsonObject(
    json.members.map(([key, value]) => {
      const isRef = value instanceof JsonObject && value.get('@ref') !== undefined;
      if (key === 'id' && value === 'collections') return [key, 'classes'] as const;
      return [key === 'collection' && isRef ? 'class' : key, inClasses(value)] as const;
    }),
  );
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

/** Whether no text of a user that the value holds would end early without escapes. */
export function hasNoQuotes(value: Value): boolean {
  return !writeJson(toWire(value)).includes(String.raw`\"`);
}
