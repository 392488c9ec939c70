import { equal } from '../eval/equal.ts';
import { isTagged, type Data } from './data.ts';
import { Obj, type Entry } from './obj.ts';

/**
 * What turns one object into another: changed and new fields, `null` for removed ones; objects at every depth. Fields of
 * both come first, in their new order, then the removed ones, then the new: the core keeps the way back, and reverses it.
 */
export function difference(before: Obj, after: Obj): Obj {
  const entries: Entry[] = [];
  for (const [key, now] of after.entries) {
    const old = before.get(key);
    if (old === undefined) continue;
    if (isObject(old) && isObject(now)) {
      const inner = difference(old, now);
      if (inner.entries.length > 0) entries.push([key, inner]);
    } else if (!equal(old, now)) entries.push([key, now]);
  }
  for (const [key] of before.entries) if (!after.has(key)) entries.push([key, null]);
  for (const [key, now] of after.entries) if (!before.has(key)) entries.push([key, now]);
  return new Obj(entries);
}

function isObject(value: Data): value is Obj {
  return isTagged(value) && value.kind === 'object';
}
