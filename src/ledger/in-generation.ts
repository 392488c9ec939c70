import { inGeneration, type Entry, type Generation, type RefValue, type Value } from '../value/index.ts';

/**
 * The value as a database of that generation can answer it; `undefined` when it cannot: where refs are paths, none of them
 * names a database.
 */
export function inWordsOf(value: Value, generation: Generation): Value | undefined {
  return generation === 'paths' && hasDatabase(value) ? undefined : inGeneration(value, generation);
}

function hasDatabase(value: Value): boolean {
  switch (value.kind) {
    case 'ref':
      return isInDatabase(value);
    case 'array':
      return value.items.some(hasDatabase);
    case 'object':
    case 'set':
      return value.entries.some(([, inner]: Entry) => hasDatabase(inner));
    default:
      return false;
  }
}

function isInDatabase(ref: RefValue): boolean {
  return ref.database !== undefined || (ref.collection?.kind === 'ref' && isInDatabase(ref.collection));
}
