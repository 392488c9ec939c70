import { collectionWord, documentWord } from '../eval/version.ts';
import type { ApiVersion } from '../core.ts';

/** How error texts call a kind of document: `Token`, `Database`; two words changed with 2.7 (spec 2.1). */
export function kindWord(word: string, version: ApiVersion): string {
  if (word === 'Collection') return capitalised(collectionWord(version));
  return word === 'Document' ? capitalised(documentWord(version)) : word;
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
