import { shellFormats, shellVariants } from '../../../src/format/shell/index.ts';
import { traitsOf } from '../../../src/format/shell/dialects.ts';
import type { Value } from '../../../src/value/index.ts';
import { hasNoQuotes, valuesOf } from '../js/values.ts';
import { describeLaws } from '../laws.ts';

/** Variants whose text comes to be in another way; the others are those of the driver, which has laws of its own. */
const OTHERS: ReadonlySet<string> = new Set([
  'shell/0.0+n10',
  'shell/0.0+repl',
  'shell/0.3+js2.7',
  'shell/0.3+n10',
  'shell/eval-json+4.0',
]);

for (const format of [...shellFormats, ...shellVariants.filter(({ id }) => OTHERS.has(id))]) {
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
  if (/^shell\/0\.[01]/.test(id)) return 'js/2.0';
  const suffix = /\+js([\d.]+)/.exec(id)?.[1];
  return suffix === undefined ? 'js/4.3' : `js/${suffix}`;
}
