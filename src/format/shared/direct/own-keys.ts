import type { Entry } from '../../../value/index.ts';

/** Up to so many entries are compared each with each, which is faster than a set. */
const FEW = 12;

/** Whether no two entries have one key. */
export function hasOwnKeys(entries: readonly Entry[]): boolean {
  if (entries.length > FEW) return new Set(entries.map(([key]) => key)).size === entries.length;
  if (hasKeys(entries, recent)) return true;
  for (let index = 1; index < entries.length; index += 1) {
    const key = entries[index]?.[0];
    for (let before = 0; before < index; before += 1) if (entries[before]?.[0] === key) return false;
  }
  recent = entries.map(([key]) => key);
  return true;
}

/** The keys of the last entries that were compared: one print has many objects of the same keys. */
let recent: readonly string[] = [];

function hasKeys(entries: readonly Entry[], keys: readonly string[]): boolean {
  if (entries.length !== keys.length) return false;
  for (let index = 0; index < keys.length; index += 1) if (entries[index]?.[0] !== keys[index]) return false;
  return true;
}
