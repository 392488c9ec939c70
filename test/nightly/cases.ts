import * as fc from 'fast-check';
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

function caseOf(wire: Json): Case {
  return { wire, value: fromWire(wire) };
}
