import { CREDENTIALS, INDEXES, KEYS, TOKENS, type CollectionId, type ScopeId } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import { builtinAllows } from './builtin-power.ts';
import { granted } from './grants.ts';
import { mayRead } from './may-read.ts';
import type { Context } from '../eval/context.ts';
import type { Data } from '../data/data.ts';

/** What no role lets anybody list, though single documents may be read. */
const SECRET: ReadonlySet<CollectionId> = new Set([KEYS, TOKENS, CREDENTIALS]);

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
    // An index over keys can be used by a server key, but shows it none.
    return reads ? (power.kind === 'admin' ? 'all' : 'filtered') : 'none';
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

/**
 * How the caller may read a native collection as a set: by a role, if he may read the collection's own document, which is
 * one of `collections`; `read` on the collection as a resource is not asked for.
 */
export function nativeAccess(scope: ScopeId, collection: CollectionId, context: Context): SetAccess {
  const { power } = context.auth;
  if (power.kind !== 'roles' && power.kind !== 'identity')
    return builtinAllows(power, 'read', { scope, collection }, context.auth, context.transaction)
      ? 'all'
      : 'none';
  if (SECRET.has(collection)) return 'none';
  return mayRead(Ref.ofCollection(scope, collection), context) ? 'filtered' : 'none';
}
