import { IDS } from '../../../src/format/js/ids.ts';
import { makeFormat } from '../../../src/format/js/make-format.ts';
import { describeUnescapedLaws } from '../unescaped-laws.ts';
import { hasNoQuotes, valuesOf } from './values.ts';

// From 2.1.0 to 2.11.1 strings inside of queries, and of sets where those print as calls, are not escaped.
for (const traits of IDS.filter(({ expressions }) => expressions?.strings === 'raw')) {
  const values = valuesOf(traits, { wellFormed: true });
  describeUnescapedLaws(makeFormat({ traits, profile: 'n16' }), values, values.filter(hasNoQuotes));
}
