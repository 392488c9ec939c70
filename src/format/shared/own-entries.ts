import type { Entry } from '../../value/index.ts';

/** Entries as a hash keeps them: of equal keys the last value, at the place of the first (JSON.parse, json.loads). */
export function ownEntries(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries)];
}
