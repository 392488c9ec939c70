import fc from 'fast-check';
import { storableValue } from '../../expect/arbitrary/storable-value.ts';
import { fql, type Expr } from '../../scenario/index.ts';
import { is } from '../../scenario/properties.ts';
import { fromTagged, JsonObject, toTagged, toWire, type Json, type Value } from '../../value/index.ts';
import { EXPECTATIONS } from '../plan.ts';
import { VALUE_EXPECTATIONS } from './check-names.ts';
import type { Generator } from './generator.ts';

/** Arbitrary values, written by the harness, then read back, decoded and printed by every driver. */
export const generatedValues: Generator<readonly Value[]> = {
  name: 'generated-values',
  title: 'Arbitrary values, written, read back and printed through every driver.',
  expectations: [...VALUE_EXPECTATIONS, EXPECTATIONS.equal],
  arbitrary: fc.array(storableValue, { minLength: 1, maxLength: 25 }),
  runs: 12,
  scenarioOf: (values) => ({
    name: 'generated-values',
    title: '',
    setUp: [
      { name: 'values', query: () => fql.CreateCollection({ name: 'values' }) },
      {
        name: 'writes',
        query: () =>
          values.map((value, index) =>
            fql.Create(fql.Ref(fql.Collection('values'), String(index)), { data: { v: exprOf(value) } }),
          ),
      },
    ],
    steps: values.map((value, index) => ({
      name: `read ${index}`,
      query: () => fql.Select(['data', 'v'], fql.Get(fql.Ref(fql.Collection('values'), String(index)))),
      answer: is(value),
    })),
    repeat: true,
  }),
  toJson: (values) => values.map(toTagged),
  fromJson: (json) => {
    if (!isList(json)) throw new TypeError('it must be a list of tagged values');
    return json.map(valueOf);
  },
};

function valueOf(json: Json): Value {
  const reading = fromTagged(json);
  if (!reading.ok) throw new TypeError(reading.error);
  return reading.value;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

/** The expression that evaluates to a value; objects under `object`, so that none of them is taken for a call. */
export function exprOf(value: Value): Expr {
  if (value.kind === 'array') return value.items.map(exprOf);
  if (value.kind !== 'object') return toWire(value);
  const members = new JsonObject(value.entries.map(([key, inner]) => [key, exprOf(inner)]));
  // `@obj` says that keys are meant literally (spec/backend 2.3).
  const literal = members.keys.some((key) => key.startsWith('@'))
    ? new JsonObject([['@obj', members]])
    : members;
  return new JsonObject([['object', literal]]);
}
