import { failure, type QueryFailure } from '../eval/failure.ts';
import { kindWord } from './kind-word.ts';
import { kindOf } from './kinds.ts';
import type { Context } from '../eval/context.ts';
import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';

/** `Document not found.`, `Token not found.` and so on, answered with 404 (spec 4.5.1). */
export function notFound({ collection }: Ref, position: Position, { version }: Context): QueryFailure {
  const word = kindWord(kindOf(collection).word, version);
  return failure(position, 'instance not found', `${word} not found.`, { missing: true });
}
