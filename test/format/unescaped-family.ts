import { arbitraryValue } from '../../src/expect/arbitrary/value.ts';
import type { Format } from '../../src/format/index.ts';
import type { Value } from '../../src/value/index.ts';
import { describeLaws } from './laws.ts';
import { hasPathsOnly, hasPlainQueries } from './path-values.ts';
import { tame } from './tame.ts';
import { describeUnescapedLaws } from './unescaped-laws.ts';

/** The laws of formats that escape nothing, each over values such as its API version could send. */
export function describeUnescapedFamily(formats: readonly Format[]): void {
  for (const format of formats) {
    const fits = fitsOf(format);
    const anyValue = arbitraryValue({ names: 'any', tagKeys: true }).filter(fits);
    const tameValue = tame(arbitraryValue().filter(fits));
    describeLaws({ format, values: tameValue, unusual: anyValue });
    describeUnescapedLaws(format, anyValue, tameValue);
  }
}

function fitsOf({ about: { generation } }: Format): (value: Value) => boolean {
  if (generation === 'collections') return () => true;
  return (value) => hasPlainQueries(value) && (generation !== 'paths' || hasPathsOnly(value));
}
