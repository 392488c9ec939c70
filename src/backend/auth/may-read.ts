import { CREDENTIALS, TOKENS } from '../data/ids.ts';
import { isTagged } from '../data/data.ts';
import { Ref } from '../data/ref.ts';
import { builtinAllows } from './builtin-power.ts';
import { granted } from './grants.ts';
import type { Context } from '../eval/context.ts';

/** Whether the caller may read a document, existing or not (`get`, `exists`, elements of sets). */
export function mayRead(ref: Ref, context: Context): boolean {
  const { power } = context.auth;
  if (power.kind !== 'roles' && power.kind !== 'identity')
    return builtinAllows(power, 'read', ref, context.auth, context.transaction);
  return isOwn(ref, context) || granted('read', collectionOf(ref), () => ref, context);
}

/** An identity's own tokens and credentials: what no role can take away (spec 5.3). */
export function isOwn(ref: Ref, { auth, transaction }: Context): boolean {
  if (auth.power.kind !== 'identity' || auth.identity === undefined || ref.scope !== auth.scope) return false;
  if (ref.collection !== TOKENS && ref.collection !== CREDENTIALS) return false;
  // A token past its ttl is still its owner's, who is told that it is not there.
  const instance = transaction.history(ref).at(-1)?.fields.get('instance') ?? null;
  return isTagged(instance) && instance.kind === 'ref' && instance.equals(auth.identity);
}

/** The collection of a document as a resource of privileges. */
export function collectionOf({ scope, collection }: Ref): Ref {
  return Ref.ofCollection(scope, collection);
}
