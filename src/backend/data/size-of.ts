import { isArray, type Data } from './data.ts';

/** About how many bytes a value takes in the core's storage: for metrics, not for limits. */
export function sizeOf(value: Data): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'bigint' || typeof value === 'number') return 9;
  if (value === null || typeof value === 'boolean') return 1;
  if (isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), 3);
  if (value.kind === 'bytes') return value.bytes.length + 3;
  // Refs, times and the like have a fixed size; a lambda is text, of which this is a guess.
  if (value.kind !== 'object') return value.kind === 'lambda' ? 200 : 12;
  return value.entries.reduce((sum, [key, member]) => sum + key.length + 2 + sizeOf(member), 3);
}
