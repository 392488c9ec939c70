import type { Data } from '../data/data.ts';
import { coveredTerms, type SetItem } from './item.ts';

/** What an element of a set is as a value: its one covered value, or an array of several; else the document's ref. */
export function coveredData(item: SetItem): Data {
  const [first, ...others] = coveredTerms(item);
  if (first === undefined) return null;
  return others.length === 0 ? first.value : [first, ...others].map(({ value }) => value);
}
