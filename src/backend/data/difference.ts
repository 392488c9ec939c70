import { equal } from '../eval/equal.ts';
import { isTagged, type Data } from './data.ts';
import { Obj, type Entry } from './obj.ts';

/** What turns one object into another: changed and new fields, `null` for removed ones; objects at every depth. */
export function difference(before: Obj, after: Obj): Obj {
  const entries: Entry[] = [];
  for (const [key, old] of before.entries) {
    const now = after.get(key);
    if (now === undefined) entries.push([key, null]);
    else if (isObject(old) && isObject(now)) {
      const inner = difference(old, now);
      if (inner.entries.length > 0) entries.push([key, inner]);
    } else if (!equal(old, now)) entries.push([key, now]);
  }
  for (const [key, now] of after.entries) if (!before.has(key)) entries.push([key, now]);
  return new Obj(entries);
}

function isObject(value: Data): value is Obj {
  return isTagged(value) && value.kind === 'object';
}
