import { FIRST_USER_COLLECTION } from '../data/ids.ts';
import { failure, type QueryFailure } from '../eval/failure.ts';
import { collectionWord, documentWord } from '../eval/version.ts';
import { kindOf } from './kinds.ts';
import type { Context } from '../eval/context.ts';
import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';

/** `Document not found.`, `Token not found.` and so on, answered with 404 (spec 4.5.1). */
export function notFound(ref: Ref, position: Position, context: Context): QueryFailure {
  return failure(position, 'instance not found', `${wordOf(ref, context)} not found.`, { missing: true });
}

/** How error texts call a document; some words changed with 2.7. */
export function wordOf({ collection }: Ref, { version }: Context): string {
  const word = collection < FIRST_USER_COLLECTION ? kindOf(collection).word : documentWord(version);
  return capitalised(word === 'Collection' ? collectionWord(version) : word);
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
