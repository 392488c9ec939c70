import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOrder } from '../../../src/backend/parse/hash-order.ts';

describe('hashOrder', () => {
  it('gives every name once, in an order that does not depend on theirs', () => {
    const names = fc.uniqueArray(fc.string(), { maxLength: 60 });
    fc.assert(
      fc.property(names, (some) => {
        const ordered = hashOrder(some);
        expect([...ordered].sort()).toEqual([...some].sort());
        expect(hashOrder([...some].reverse())).toEqual(ordered);
      }),
    );
  });

  it('is the order of the core: single letters by their code modulo 32, collisions last', () => {
    expect(hashOrder(['z', 'a', 'm', 'b'])).toEqual(['a', 'b', 'm', 'z']);
    // `A` (65) and `a` (97) share a slot.
    expect(hashOrder(['a', 'A', 'b'])).toEqual(['b', 'A', 'a']);
  });
});
