import { isTagged, type Data } from '../data/data.ts';
import { Obj } from '../data/obj.ts';
import { toStored } from './to-stored.ts';
import type { Transaction } from '../store/store.ts';

/** An update's parameters as they are stored, but with the nulls of objects kept: they say what to remove. */
export function nullsOf({ entries }: Obj, transaction: Transaction): Obj {
  return new Obj(entries.map(([key, value]) => [key, withNulls(value, transaction)]));
}

function withNulls(value: Data, transaction: Transaction): Data {
  if (isTagged(value) && value.kind === 'object') return nullsOf(value, transaction);
  return toStored(value, transaction) ?? null;
}
