import { Obj } from '../data/obj.ts';
import type { Data } from '../data/data.ts';

/** The object with a field in front, wherever it was. */
export function prepend(key: string, value: Data, { entries }: Obj): Obj {
  return new Obj([[key, value], ...entries.filter(([name]) => name !== key)]);
}
