import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IDS } from '../../../src/format/js/ids.ts';
import { makeFormat } from '../../../src/format/js/make-format.ts';
import { build, type Value } from '../../../src/value/index.ts';

/** Seen on Node.js 4.9.1 and 6.17.1: `util.inspect({ [key]: 1 })`. */
const PRINTED: readonly (readonly [key: string, printed: string])[] = [
  ['\\', String.raw`{ '\': 1 }`],
  ['\\\\', String.raw`{ '\\': 1 }`],
  ['a\\b', String.raw`{ 'a\b': 1 }`],
  ['a\b', String.raw`{ 'a\b': 1 }`],
  ['a\\\nb', String.raw`{ 'a\\nb': 1 }`],
  ['a\\\\nb', String.raw`{ 'a\\nb': 1 }`],
  ['\\"', String.raw`{ '\"': 1 }`],
  ["\\'", String.raw`{ '\\'': 1 }`],
  ["'", String.raw`{ '\'': 1 }`],
  ["a': 1", String.raw`{ 'a\': 1': 1 }`],
  ['\\u0001', String.raw`{ '\u0001': 1 }`],
  ['\u0001', String.raw`{ '\u0001': 1 }`],
];
const nasty = fc
  .array(fc.constantFrom('\\', "'", '"', 'n', 'b', 'u0001', '\n', '\u0001', '\u001b', ':', ' ', 'x'), {
    maxLength: 5,
  })
  .map((parts) => parts.join(''));

describe.each(['n4', 'n6'] as const)('keys in quotes on %s', (profile) => {
  const formats = ['js/0.2.3', 'js/4.0.0'].map((id) => {
    const traits = IDS.find((one) => one.id === id);
    if (traits === undefined) throw new Error(`no traits for ${id}`);
    return makeFormat({ traits, profile });
  });

  test.each(PRINTED)('%j prints %s and is among what that reads as', (key, printed) => {
    for (const format of formats) {
      const value = object(key);
      expect(format.print(value)).toBe(printed);
      expect(format.parse(printed)).toMatchObject({ ok: true, readings: expect.arrayContaining([value]) });
    }
  });

  test('any key is among what its print reads as', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formats), nasty, nasty, (format, one, other) => {
        const value = build.obj([[one, build.arr([object(other)])]]);
        const reading = format.parse(format.print(value));
        expect(reading.ok ? reading.readings : []).toContainEqual(value);
      }),
      { numRuns: 300 },
    );
  });
});

function object(key: string): Value {
  return build.obj([[key, build.num(1)]]);
}
