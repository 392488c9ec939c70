import { formatOf } from '../../../src/format/index.ts';
import { IDS } from '../../../src/format/js/ids.ts';
import type { Value } from '../../../src/value/index.ts';
import { describeLaws } from '../laws.ts';
import { hasNoQuotes, valuesOf } from './values.ts';

for (const traits of IDS) {
  const format = formatOf(traits.id);
  if (format === undefined) throw new Error(`${traits.id} is not in the table of formats`);
  // Without escapes a quote in a string of a set or query may end it: `unescaped.test.ts` is about those.
  const isRaw = traits.expressions?.strings === 'raw';
  const tellable = (value: Value): boolean => !isRaw || hasNoQuotes(value);
  describeLaws({
    format,
    values: valuesOf(traits, { wellFormed: true }).filter(tellable),
    unusual: valuesOf(traits, { names: 'any' }),
    // A top-level string is written as UTF-8, which has no lone surrogates.
    decodesFaithfully: (value) => value.kind !== 'string' || !/\p{Cs}/u.test(value.value),
    sameButLayout: (left, right) => left.replaceAll(/\s/g, '') === right.replaceAll(/\s/g, ''),
  });
}
