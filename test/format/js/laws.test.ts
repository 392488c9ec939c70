import { IDS } from '../../../src/format/js/ids.ts';
import type { Profile } from '../../../src/format/js/layout/profile.ts';
import { makeFormat } from '../../../src/format/js/make-format.ts';
import type { Traits } from '../../../src/format/js/traits.ts';
import type { Value } from '../../../src/value/index.ts';
import { describeLaws } from '../laws.ts';
import { hasNoQuotes, valuesOf } from './values.ts';

/** Ids whose text is another one where Node.js calls other hooks; the others differ only in what is plain JavaScript. */
const BEFORE_HOOKS: ReadonlySet<string> = new Set(['js/0.2.2', 'js/0.2.3', 'js/2.0']);

for (const traits of IDS) {
  describeLawsOf(traits, 'n16');
  if (BEFORE_HOOKS.has(traits.id)) describeLawsOf(traits, 'n12');
}

// Of the other layouts one id each.
for (const [id, profile] of [
  ['js/2.0', 'n10'],
  ['js/2.14.2', 'n8'],
  ['js/4.3', 'n10'],
  ['js/4.3', 'n11'],
  ['js/4.3', 'n12'],
  ['js/4.3', 'n14'],
  ['js/2.7', 'n10'],
] as const)
  for (const traits of IDS.filter((one) => one.id === id)) describeLawsOf(traits, profile);

function describeLawsOf(traits: Traits, profile: Profile): void {
  // Without escapes a quote in a string of a set or query may end it: `unescaped.test.ts` is about those.
  const isRaw = traits.expressions?.strings === 'raw';
  describeLaws({
    format: makeFormat({ traits, profile }),
    values: valuesOf(traits, { wellFormed: true }).filter((value: Value) => !isRaw || hasNoQuotes(value)),
    unusual: valuesOf(traits, { names: 'any' }),
    sameButLayout: (left, right) => left.replaceAll(/\s/g, '') === right.replaceAll(/\s/g, ''),
  });
}
