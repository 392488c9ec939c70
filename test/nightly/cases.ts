import * as fc from 'fast-check';
import type { DatabaseError } from '../../src/format/index.ts';
import type { Profile } from '../../src/format/js/layout/profile.ts';
import type { Traits } from '../../src/format/js/traits.ts';
import { fromWire, writeJson, type Json, type Value } from '../../src/value/index.ts';
import { allPrints } from '../format/prints.ts';
import { hasNoQuotes, valuesOf, wireOf } from '../format/js/values.ts';

/** An answer of the database as a generation of drivers gets it, and what it says. */
export interface Case {
  readonly wire: Json;
  readonly value: Value;
}

/** Every answer in `fixtures/prints.jsonl.gz` that is a value, each once. */
export function recordedCases(traits: Traits): readonly Case[] {
  const cases = answers.map((value) => caseOf(wireOf(value, traits)));
  return [...new Map(cases.map((one) => [writeJson(one.wire), one])).values()];
}

const answers: readonly Value[] = [
  ...new Map(
    allPrints()
      .filter(({ outcome }) => outcome !== 'error')
      .map(({ wire }) => [writeJson(wire), fromWire(wire)]),
  ).values(),
];

/** Arbitrary ones, with keys and names of any kind. */
export function arbitraryCase(traits: Traits): fc.Arbitrary<Case> {
  return fc
    .oneof(valuesOf(traits), valuesOf(traits, { names: 'any', tagKeys: true }))
    .map((value) => caseOf(wireOf(value, traits)));
}

/** Arbitrary ones whose print reads as what is projected (test/format/js/laws.test.ts asserts that the others do not). */
export function tellableCase(traits: Traits, profile: Profile): fc.Arbitrary<Case> {
  const isRaw = traits.expressions?.strings === 'raw';
  const isIndented = isRaw && (profile === 'n4' || profile === 'n6');
  return valuesOf(traits, { wellFormed: true })
    .map((value) => caseOf(wireOf(value, traits)))
    .filter(({ wire, value }) => {
      if (isRaw && !hasNoQuotes(value)) return false;
      return !isIndented || !writeJson(wire).includes(String.raw`\n`);
    });
}

/** Statuses with a class of their own in some release, and others. */
const STATUSES = [400, 401, 403, 404, 405, 408, 409, 413, 418, 429, 440, 500, 502, 503];
const CODES = ['instance not found', 'invalid expression', 'unauthorized', 'call error', 'a_code'];

const element = fc.record(
  {
    code: fc.constantFrom(...CODES),
    description: fc.oneof(fc.constant('Document not found.'), fc.string({ unit: 'binary' })),
    position: fc.array(fc.oneof(fc.nat(20), fc.string())),
  },
  { requiredKeys: ['code', 'description'], noNullPrototype: true },
);

/** Answers with an error status: descriptions hold anything. */
export const arbitraryError: fc.Arbitrary<DatabaseError> = fc.record(
  {
    status: fc.constantFrom(...STATUSES),
    errors: fc.array(element, { minLength: 1, maxLength: 3 }),
  },
  { noNullPrototype: true },
);

function caseOf(wire: Json): Case {
  return { wire, value: fromWire(wire) };
}
