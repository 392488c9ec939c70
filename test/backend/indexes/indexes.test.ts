import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asPage, create, library, match } from '../sets/library.ts';

/** What can happen to the documents of a collection. */
type Step =
  | { readonly do: 'create'; readonly kind: string; readonly n: number }
  | { readonly do: 'update'; readonly which: number; readonly kind: string; readonly n: number }
  | { readonly do: 'delete'; readonly which: number };

const kind = fc.constantFrom('a', 'b');
const n = fc.integer({ min: 0, max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('create' as const), kind, n }),
  fc.record({ do: fc.constant('update' as const), which: fc.nat(9), kind, n }),
  fc.record({ do: fc.constant('delete' as const), which: fc.nat(9) }),
);

describe('an index', () => {
  test('holds what the documents say, whatever happened to them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const { run } = await library();
        const model = new Map<number, { readonly kind: string; readonly n: number }>();
        let next = 100;
        const things = { collection: 'things' };
        for (const what of steps) {
          if (what.do === 'create') {
            next += 1;
            model.set(next, what);
            const ref = { ref: things, id: String(next) };
            await run(create(what.kind, what.n, ref));
            continue;
          }
          const id = [...model.keys()][what.which];
          if (id === undefined) continue;
          const ref = { ref: things, id: String(id) };
          if (what.do === 'delete') {
            model.delete(id);
            await run({ delete: ref });
          } else {
            model.set(id, what);
            const data = { object: { kind: what.kind, n: what.n } };
            await run({ update: ref, params: { object: { data } } });
          }
        }
        for (const wanted of ['a', 'b']) {
          const expected = [...model.values()].filter((each) => each.kind === wanted).map((each) => each.n);
          const page = asPage(await run({ paginate: match(wanted) }));
          expect(page.data).toEqual(expected.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('made over documents that are there holds them as soon as it is active', async () => {
    const { run } = await library();
    for (const each of [3, 1, 2]) await run(create('a', each));
    const values = [{ object: { field: ['data', 'n'] } }];
    await run({ create_index: { object: { name: 'late', source: { collection: 'things' }, values } } });
    const page = asPage(await run({ paginate: { match: { index: 'late' } } }));
    expect(page.data).toEqual([1, 2, 3]);
  });

  test('that is unique takes each of its tuples once, and again after it is gone', async () => {
    const { run } = await library();
    const terms = [{ object: { field: ['data', 'n'] } }];
    await run({
      create_index: { object: { name: 'one', source: { collection: 'things' }, terms, unique: true } },
    });
    await run(create('a', 1));
    await expect(run(create('b', 1))).rejects.toThrow('instance not unique');
    await run({ delete: { select: 'ref', from: { get: { match: { index: 'one' }, terms: 1 } } } });
    await run(create('b', 1));
    expect(asPage(await run({ paginate: match('b') })).data).toEqual([1]);
  });

  test('gives a page in a time that does not grow with the collection', async () => {
    const small = await pageTime(2_000);
    const large = await pageTime(40_000);
    expect(large).toBeLessThan(Math.max(small * 4, 50));
  }, 120_000);
});

/** Least milliseconds that a page of 1,000 took, of so many entries. */
async function pageTime(size: number): Promise<number> {
  const { run } = await library();
  const batch = Array.from({ length: 2_000 }, (_, index) => index);
  for (let done = 0; done < size; done += batch.length)
    await run({ foreach: { lambda: 'n', expr: create('a', 0) }, collection: batch });
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    const answer = await run({ count: { select: 'data', from: { paginate: match('a'), size: 1_000 } } });
    expect(answer).toBe(1_000);
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
