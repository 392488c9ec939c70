import { shellFormats, shellVariants } from '../../../src/format/shell/index.ts';
import { traitsOf } from '../../../src/format/shell/dialects.ts';
import type { Value } from '../../../src/value/index.ts';
import { hasNoQuotes, valuesOf } from '../js/values.ts';
import { describeLaws } from '../laws.ts';

for (const format of [...shellFormats, ...shellVariants]) {
  const traits = traitsOf(driverOf(format.id));
  // Without escapes a quote in a string of a set or query may end it, as in the driver's own format.
  const isRaw = traits.expressions?.strings === 'raw';
  describeLaws({
    format,
    values: valuesOf(traits, { wellFormed: true }).filter((value: Value) => !isRaw || hasNoQuotes(value)),
    unusual: valuesOf(traits, { names: 'any' }),
    sameButLayout: (left, right) => left.replaceAll(/\s/g, '') === right.replaceAll(/\s/g, ''),
  });
}

/** The driver beneath a format: `js/2.7` of `shell/0.3+js2.7`. */
function driverOf(id: string): string {
  const suffix = /\+js([\d.]+)/.exec(id)?.[1];
  return suffix === undefined ? 'js/4.3' : `js/${suffix}`;
}
