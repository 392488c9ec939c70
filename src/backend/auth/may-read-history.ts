import { builtinAllows } from './builtin-power.ts';
import { granted } from './grants.ts';
import { collectionOf } from './may-read.ts';
import type { Context } from '../eval/context.ts';
import type { Ref } from '../data/ref.ts';

/** Whether the caller may see a document's events, or use it as a set of itself (spec 5.5). */
export function mayReadHistory(ref: Ref, context: Context): boolean {
  const { power } = context.auth;
  if (power.kind !== 'roles' && power.kind !== 'identity')
    return builtinAllows(power, 'read', ref, context.auth, context.transaction);
  return granted('history_read', collectionOf(ref), () => ref, context);
}
