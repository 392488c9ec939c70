import { isTagged, type Data } from '../data/data.ts';
import { Obj, type Entry } from '../data/obj.ts';

/**
 * What an update makes of an object (spec 4.5.3): objects merge at every depth, anything else replaces, `null` removes.
 * Fields that were there stay in their place, new ones follow. `change` may hold nulls; the result holds none that
 * `base` did not.
 */
export function merge(base: Obj, change: Obj): Obj {
  const entries: Entry[] = [];
  for (const [key, value] of base.entries) {
    const changed = change.get(key);
    if (changed === undefined) entries.push([key, value]);
    else if (changed !== null) entries.push([key, mergeValue(value, changed)]);
  }
  for (const [key, value] of change.entries)
    if (value !== null && !base.has(key)) entries.push([key, mergeValue(undefined, value)]);
  return new Obj(entries);
}

function mergeValue(base: Data | undefined, change: Data): Data {
  if (!isTagged(change) || change.kind !== 'object') return change;
  const inner = base !== undefined && isTagged(base) && base.kind === 'object' ? base : new Obj([]);
  return merge(inner, change);
}
