import { isNamed } from '../data/ids.ts';
import { minValidTime } from '../sets/min-valid-time.ts';
import type { Context } from '../eval/context.ts';
import type { Ref } from '../data/ref.ts';

/**
 * Lets go of what nobody can read any more of a document that was just changed. Schema documents keep all of their few
 * versions: names of deleted ones are read from them.
 */
export function forgetOldVersions(ref: Ref, context: Context): void {
  if (isNamed(ref.collection)) return;
  context.transaction.forgetBefore(ref, minValidTime(ref.scope, ref.collection, context));
}
