import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isArray, type Data } from '../../../src/backend/data/data.ts';
import { EMPTY, Obj } from '../../../src/backend/data/obj.ts';
import { TRANSACTION_TIME } from '../../../src/backend/data/transaction-time.ts';
import { merge } from '../../../src/backend/documents/merge.ts';
import { objectToStored } from '../../../src/backend/documents/to-stored.ts';
import { MemoryStore } from '../../../src/backend/store/memory-store.ts';

const { object } = fc.letrec<{ value: Data; object: Obj }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Data>(null, true, 1n, 0.5, 'x'),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), tie('value')), {
      selector: ([key]) => key,
      maxLength: 5,
    })
    .map((entries) => new Obj(entries)),
}));
const transaction = new MemoryStore().begin();
const stored = object.map((value) => objectToStored(value, transaction));

function hasNull(value: Data): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  if (isArray(value)) return value.some(hasNull);
  return value.kind === 'object' && value.entries.some(([, inner]) => hasNull(inner));
}

describe('objectToStored', () => {
  it('leaves no null at any depth, and nothing to do a second time', () => {
    fc.assert(
      fc.property(object, (value) => {
        const once = objectToStored(value, transaction);
        expect(hasNull(once)).toBe(false);
        expect(objectToStored(once, transaction)).toEqual(once);
      }),
    );
  });

  it('keeps objects that become empty, drops elements that are null', () => {
    const value = Obj.of({ a: [null, [null, 1n], Obj.of({ x: null })] });
    expect(objectToStored(value, transaction)).toEqual(Obj.of({ a: [[1n], EMPTY] }));
  });

  it('makes the transaction’s time a number', () => {
    expect(objectToStored(Obj.of({ t: TRANSACTION_TIME }), transaction)).toEqual(
      Obj.of({ t: transaction.commitTime }),
    );
  });
});

describe('merge', () => {
  it('changes nothing when there is nothing to change', () => {
    fc.assert(
      fc.property(stored, (base) => {
        expect(merge(base, EMPTY)).toEqual(base);
        expect(merge(base, base)).toEqual(base);
      }),
    );
  });

  it('gives the change itself, without its nulls, on an empty base', () => {
    const change = Obj.of({ a: null, b: Obj.of({ c: null, d: 1n }) });
    expect(merge(EMPTY, change)).toEqual(Obj.of({ b: Obj.of({ d: 1n }) }));
  });

  it('is the same the second time, and leaves no null of objects', () => {
    fc.assert(
      fc.property(stored, object, (base, change) => {
        const once = merge(base, change);
        expect(merge(once, change)).toEqual(once);
      }),
    );
  });

  it('keeps fields in their place and puts new ones behind', () => {
    fc.assert(
      fc.property(stored, object, (base, change) => {
        const isKept = (key: string): boolean => change.get(key) !== null;
        const keys = merge(base, change).entries.map(([key]) => key);
        const old = base.entries.map(([key]) => key).filter(isKept);
        const fresh = change.entries.map(([key]) => key).filter((key) => isKept(key) && !base.has(key));
        expect(keys).toEqual([...old, ...fresh]);
      }),
    );
  });
});
