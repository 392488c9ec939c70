import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asPage, create, library, match, type Library } from './library.ts';

const numbers = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 12 });
const setups = { numRuns: 30 };

function ascending(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b);
}

async function filled(kinds: Readonly<Record<string, readonly number[]>>): Promise<Library> {
  const things = await library();
  for (const [kind, values] of Object.entries(kinds))
    for (const n of values) await things.run(create(kind, n));
  return things;
}

describe('the pages of a set', () => {
  test('forwards, of any size, are the set in order', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, fc.integer({ min: 1, max: 5 }), async (values, size) => {
        const things = await filled({ a: values, b: [7] });
        const seen: number[] = [];
        let after: unknown;
        do {
          const cursor = after === undefined ? {} : { after };
          const page = asPage(await things.run({ paginate: match('a'), size, ...cursor }));
          expect(page.data.length).toBeLessThanOrEqual(size);
          seen.push(...page.data);
          after = page.after;
        } while (after !== undefined);
        expect(seen).toEqual(ascending(values));
      }),
      setups,
    );
  });

  test('backwards from the end, of any size, are the set too', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, fc.integer({ min: 1, max: 5 }), async (values, size) => {
        const things = await filled({ a: values });
        const seen: number[] = [];
        let before: unknown = null;
        do {
          const page = asPage(await things.run({ paginate: match('a'), size, before }));
          seen.unshift(...page.data);
          before = page.before;
        } while (before !== undefined);
        expect(seen).toEqual(ascending(values));
      }),
      setups,
    );
  });

  test('reversed hold the set from its end', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, async (values) => {
        const things = await filled({ a: values });
        const page = asPage(await things.run({ paginate: { reverse: match('a') } }));
        expect(page.data).toEqual(ascending(values).toReversed());
      }),
      setups,
    );
  });
});

describe('what is read of a set', () => {
  test('first, count, sum, min and max agree with the values', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 8 }),
        async (values) => {
          const things = await filled({ a: values });
          const set = match('a');
          const asked = [{ first: set }, { count: set }, { sum: set }, { min: set }, { max: set }];
          const least = Math.min(...values);
          const most = Math.max(...values);
          const sum = values.reduce((total, value) => total + value, 0);
          expect(await things.run(asked)).toEqual([least, values.length, sum, least, most]);
        },
      ),
      setups,
    );
  });

  test('the last document of a collection is the one with the largest id', async () => {
    const things = await filled({ a: [3, 1, 2] });
    const from = { get: { last: { documents: { collection: 'things' } } } };
    expect(await things.run({ select: ['data', 'n'], from })).toBe(2);
  });

  test('a range holds what is between its bounds, both included', async () => {
    await fc.assert(
      fc.asyncProperty(
        numbers,
        fc.integer({ min: -6, max: 6 }),
        fc.integer({ min: -6, max: 6 }),
        async (values, from, to) => {
          const things = await filled({ a: values });
          const page = asPage(await things.run({ paginate: { range: match('a'), from, to } }));
          expect(page.data).toEqual(ascending(values).filter((value) => value >= from && value <= to));
        },
      ),
      setups,
    );
  });

  test('a filter keeps what its lambda keeps', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, fc.integer({ min: -6, max: 6 }), async (values, limit) => {
        const things = await filled({ a: values });
        const filter = { lambda: 'n', expr: { lt: [{ var: 'n' }, limit] } };
        const page = asPage(await things.run({ paginate: { filter, collection: match('a') } }));
        expect(page.data).toEqual(ascending(values).filter((value) => value < limit));
      }),
      setups,
    );
  });

  test('a set of the past is as it was', async () => {
    const things = await filled({ a: [1, 2] });
    const then = await things.run({ time: 'now' });
    await things.run(create('a', 3));
    const now = { paginate: match('a') };
    expect(asPage(await things.run(now)).data).toEqual([1, 2, 3]);
    expect(asPage(await things.run({ at: then, expr: now })).data).toEqual([1, 2]);
  });
});
