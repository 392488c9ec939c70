import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { combineArrays, distinctValues } from '../../../src/backend/sets/combine-arrays.ts';

const numbers = fc.array(fc.bigInt({ min: 0n, max: 4n }), { maxLength: 8 });

function count(values: readonly unknown[], wanted: unknown): number {
  return values.filter((value) => value === wanted).length;
}

/** Each way to combine with how often a value is in the result, by how often it is in the two arrays. */
test.each([
  ['union', (left: number, right: number) => Math.max(left, right)],
  ['intersection', (left: number, right: number) => Math.min(left, right)],
  ['difference', (left: number, right: number) => Math.max(0, left - right)],
] as const)('%s of arrays is that of multisets', (name, expected) => {
  fc.assert(
    fc.property(numbers, numbers, (left, right) => {
      const result = combineArrays[name](left, right);
      for (const value of [0n, 1n, 2n, 3n, 4n])
        expect(count(result, value)).toBe(expected(count(left, value), count(right, value)));
    }),
  );
});

test('distinct values stand where they stood first', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      expect(distinctValues(values)).toEqual([...new Set(values)]);
    }),
  );
});
