import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareValues } from '../../../src/backend/sets/value-order.ts';
import { Obj } from '../../../src/backend/data/obj.ts';
import type { Data } from '../../../src/backend/data/data.ts';

const { value } = fc.letrec<{ value: Data }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<Data[]>(null, true, false),
    fc.bigInt({ min: -3n, max: 3n }),
    fc.constantFrom(-0, 0, 1.5, -1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    fc.string({ maxLength: 3 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 2 }).map((map) => Obj.of(map)),
  ),
}));

describe('the order of values', () => {
  test('is the same from either side', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(compareValues(a, b)) + Math.sign(compareValues(b, a))).toBe(0);
      }),
    );
  });

  test('is transitive', () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0)
          expect(compareValues(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('puts every value level with itself', () => {
    fc.assert(
      fc.property(value, (a) => {
        expect(compareValues(a, a)).toBe(0);
      }),
    );
  });

  test('goes by kind first', () => {
    const ascending: readonly Data[] = [1n, 'a', [], new Obj([]), false, true, null];
    expect(ascending.toReversed().toSorted(compareValues)).toEqual(ascending);
  });

  test.each<[string, Data, Data]>([
    ['negative zero before zero', -0, 0],
    ['infinity before NaN', Number.POSITIVE_INFINITY, Number.NaN],
    ['a prefix before what it begins', [1n], [1n, null]],
    ['whole numbers beyond doubles apart', 9_007_199_254_740_992n, 9_007_199_254_740_993n],
  ])('%s', (_, less, more) => {
    expect(compareValues(less, more)).toBeLessThan(0);
  });

  test('tells no whole number from the same double', () => {
    expect(compareValues(1n, 1)).toBe(0);
  });
});
