import { INDEXES, type CollectionId, type ScopeId } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import { builtinAllows } from './builtin-power.ts';
import { granted, grantsOf } from './grants.ts';
import type { Context } from '../eval/context.ts';
import type { Data } from '../data/data.ts';

/** How a set may be read: not at all, without the documents that may not be read, or all of it (spec 5.5). */
export type SetAccess = 'none' | 'filtered' | 'all';

/** How the caller may read the entries of an index under those terms. */
export function indexAccess(index: Ref, terms: readonly Data[], context: Context): SetAccess {
  const { power } = context.auth;
  if (power.kind !== 'roles' && power.kind !== 'identity') {
    const reads = builtinAllows(
      power,
      'read',
      { scope: index.scope, collection: INDEXES },
      context.auth,
      context.transaction,
    );
    return reads ? 'all' : 'none';
  }
  if (granted('unrestricted_read', index, () => terms, context)) return 'all';
  return granted('read', index, () => terms, context) ? 'filtered' : 'none';
}

/** How the caller may read `documents(c)`: anybody may, and sees what he may read. */
export function documentsAccess(scope: ScopeId, collection: CollectionId, context: Context): SetAccess {
  const { power } = context.auth;
  if (power.kind !== 'roles' && power.kind !== 'identity')
    return builtinAllows(power, 'read', { scope, collection }, context.auth, context.transaction)
      ? 'all'
      : 'filtered';
  const resource = Ref.ofCollection(scope, collection);
  return granted('unrestricted_read', resource, () => null, context) ? 'all' : 'filtered';
}

/** How the caller may read a native collection as a set: the `read` action must be there, whatever its predicate says. */
export function nativeAccess(scope: ScopeId, collection: CollectionId, context: Context): SetAccess {
  const { power } = context.auth;
  if (power.kind !== 'roles' && power.kind !== 'identity')
    return builtinAllows(power, 'read', { scope, collection }, context.auth, context.transaction)
      ? 'all'
      : 'none';
  const resource = Ref.ofCollection(scope, collection);
  if (granted('unrestricted_read', resource, () => null, context)) return 'all';
  return grantsOf('read', resource, context).length > 0 ? 'filtered' : 'none';
}
