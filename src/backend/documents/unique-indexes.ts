import { breaksUniqueness } from '../indexes/breaks-uniqueness.ts';
import { failure } from '../eval/failure.ts';
import { notUnique } from './errors.ts';
import type { Context } from '../eval/context.ts';
import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';

/** Refuses a document that was just written if a unique index holds another one under its terms (spec 4.5.2, step 10). */
export function checkUniqueIndexes(ref: Ref, position: Position, context: Context): void {
  if (breaksUniqueness(ref, context)) throw failure(position, ...notUnique(context));
}
