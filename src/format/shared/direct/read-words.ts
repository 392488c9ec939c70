import type { Value } from '../../../value/index.ts';
import type { Reading } from '../../format.ts';
import { readAnyLength } from './read-any-length.ts';
import type { Ways } from './ways.ts';

/**
 * Reads a text of a format that quotes no strings: any text may be a top-level string, and what else it may be comes first.
 * @param word What the whole text stands for as one word.
 */
export function readWords(text: string, word: Value, ways: Ways): Reading {
  const structures = readAnyLength(text, ways);
  if (structures.ok)
    return { ok: true, readings: [...structures.readings, word], complete: structures.complete };
  return {
    ok: true,
    readings: [word],
    complete: structures.gaveUp !== true,
    ...(word.kind === 'string' ? { onlyAsString: structures.error } : {}),
  };
}
