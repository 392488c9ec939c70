import { describe, expect, test } from 'vitest';
import { IDS } from '../../../src/format/js/ids.ts';
import { jsFormats, jsVariants } from '../../../src/format/js/index.ts';
import type { Traits } from '../../../src/format/js/traits.ts';
import { formatOf, type Format } from '../../../src/format/index.ts';
import {
  build,
  firstDifference,
  jsonObject,
  toWire,
  writeJson,
  type Value,
} from '../../../src/value/index.ts';
import { describeLaws } from '../laws.ts';
import { hasNoQuotes, valuesOf } from './values.ts';

for (const format of [...jsFormats, ...jsVariants]) {
  const traits = traitsOf(format);
  describeLaws({
    format,
    values: valuesOf(traits, { wellFormed: true }).filter((value) => isReadable(value, format)),
    unusual: valuesOf(traits, { names: 'any' }),
    sameButLayout: (left, right) => left.replaceAll(/\s/g, '') === right.replaceAll(/\s/g, ''),
  });
}

function traitsOf(format: Format): Traits {
  const traits = IDS.find(({ id }) => id === (format.variantOf ?? format.id));
  if (traits === undefined) throw new Error(`${format.id} has no traits`);
  return traits;
}

/** Values whose print tells what they are: the exceptions are asserted below, and in `unescaped.test.ts`. */
function isReadable(value: Value, format: Format): boolean {
  // Without escapes a quote in a string of a set or query may end it.
  const isRaw = traitsOf(format).expressions?.strings === 'raw';
  if (isRaw && !hasNoQuotes(value)) return false;
  return !(isRaw && isOldNode(format) && hasLineFeed(value));
}

function isOldNode({ id }: Format): boolean {
  return /\+n[46]$/.test(id);
}

function hasLineFeed(value: Value): boolean {
  return writeJson(toWire(value)).includes(String.raw`\n`);
}

describe('Node.js 4 and 6', () => {
  const oldNode = jsVariants.filter(isOldNode);
  const reads = (format: Format, value: Value): boolean => {
    const reading = format.parse(format.print(value));
    const said = format.project(value);
    return reading.ok && reading.readings.some((one) => firstDifference(one, said) === undefined);
  };

  // Node.js indents what a class prints, its unescaped strings too; how far is not taken off again.
  test('put spaces behind a line feed in a string that is not escaped', () => {
    const value = build.obj({ a: build.query(jsonObject({ lambda: 'x', expr: 'y\nz' })) });
    const raw = oldNode.filter((format) => traitsOf(format).expressions?.strings === 'raw');
    expect(raw.map(({ id }) => id)).toContain('js/2.8.1+n6');
    for (const format of raw) {
      expect(format.print(value)).toContain('"y\n   z"');
      expect(reads(format, value)).toBe(false);
    }
    const later = formatOf('js/2.8.1+n8');
    expect(later !== undefined && reads(later, value)).toBe(true);
  });
});
