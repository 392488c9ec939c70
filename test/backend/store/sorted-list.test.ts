import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedList } from '../../../src/backend/store/sorted-list.ts';

const byNumber = (a: number, b: number): number => a - b;
const operation = fc.record({ add: fc.boolean(), item: fc.integer({ min: 0, max: 3000 }) });

function filled(items: Iterable<number>): SortedList<number> {
  const list = new SortedList<number>(byNumber);
  for (const item of items) list.add(item);
  return list;
}

describe('SortedList', () => {
  it('holds what a set holds, in order, however it came to be', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 3000, size: 'max' }), (operations) => {
        const model = new Set<number>();
        const list = new SortedList<number>(byNumber);
        for (const { add, item } of operations) {
          const changed = add ? list.add(item) : list.delete(item);
          expect(changed).toBe(add !== model.has(item));
          if (add) model.add(item);
          else model.delete(item);
        }
        const sorted = [...model].sort(byNumber);
        expect(list.size).toBe(model.size);
        expect([...list.ascending()]).toEqual(sorted);
        expect([...list.descending()]).toEqual(sorted.reverse());
      }),
      { numRuns: 30 },
    );
  });

  it('seeks in both directions, to places that are taken and to places that are not', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 200 })),
        fc.integer({ min: -5, max: 205 }),
        (items, place) => {
          const list = filled(items);
          const sorted = [...items].sort(byNumber);
          const seek = (item: number): number => item - place;
          expect([...list.ascending(seek)]).toEqual(sorted.filter((item) => item >= place));
          expect([...list.descending(seek)]).toEqual(sorted.filter((item) => item <= place).reverse());
          expect(list.find(seek)).toBe(sorted.find((item) => item === place));
        },
      ),
    );
  });

  it.each(['ascending', 'descending'] as const)(
    'goes on %s when items come and go meanwhile',
    (direction) => {
      const list = filled(Array.from({ length: 5000 }, (_, index) => index * 2));
      const seen: number[] = [];
      for (const item of list[direction]()) {
        seen.push(item);
        list.delete(item);
        if (item % 1000 === 0) list.add(direction === 'ascending' ? item - 1 : item + 1);
      }
      expect(seen.length).toBe(5000);
      expect(new Set(seen).size).toBe(5000);
    },
  );
});
