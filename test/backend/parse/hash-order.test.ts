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

  it('is the order of the core', () => {
    // Recorded: `{"if":{"var":"q"},"then":{"var":"r"},"else":{"var":"s"}}` names s, q, r.
    expect(hashOrder(['q', 'r', 's'])).toEqual(['s', 'q', 'r']);
    expect(hashOrder(['z', 'a'])).toEqual(['a', 'z']);
    // `b` and `q` share a slot: what is alone in its own comes first.
    expect(hashOrder(['b', 'q', 'z'])).toEqual(['z', 'q', 'b']);
  });
});
