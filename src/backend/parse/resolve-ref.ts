import {
  COLLECTIONS,
  CREDENTIALS,
  KEYS,
  NATIVE_COLLECTIONS,
  nativeName,
  TOKENS,
  DATABASES,
} from '../data/ids.ts';
import { credentialsOf } from '../auth/credentials-of.ts';
import { invalidExpression } from './parse-error.ts';
import { Ref } from '../data/ref.ts';
import { scopeOf } from '../schema/scope-of.ts';
import { UnresolvedRef, type GivenRef } from '../data/unresolved-ref.ts';
import type { CollectionId, ScopeId } from '../data/ids.ts';
import type { Context } from '../eval/context.ts';
import type { Position } from '../data/position.ts';

/**
 * Looks the names of a written ref up. A name that is not there gives an unresolved ref, which is an error only where it is
 * used; a `self` that means nothing is an error at once (spec 2.4).
 */
export function resolveRef(given: GivenRef, position: Position, context: Context): Ref | UnresolvedRef {
  if (given.id === 'self' && given.collection !== undefined && !isSchema(given.collection)) {
    const self = resolveSelf(given.collection, context);
    if (self === undefined) throw invalidExpression(position, 'Invalid ref.');
    return self;
  }
  return resolve(given, context) ?? new UnresolvedRef(given);
}

function resolve({ id, collection, database }: GivenRef, context: Context): Ref | undefined {
  if (collection?.collection !== undefined) {
    const of = resolve(collection, context);
    return of === undefined ? undefined : new Ref(of.scope, Number(of.id), BigInt(id));
  }
  // A document of `tokens` and the like carries its database inside the collection, a named one at its own level.
  const scope = resolveScope(database ?? collection?.database, context);
  if (scope === undefined) return undefined;
  if (collection === undefined) return Ref.ofCollection(scope, nativeId(id));
  const native = nativeId(collection.id);
  if (!isSchema(collection)) return new Ref(scope, native, BigInt(id));
  const found = context.transaction.names.find(nativeName(native) ?? '', scope, id);
  return found === undefined ? undefined : new Ref(scope, native, found);
}

function resolveScope(database: GivenRef | undefined, context: Context): ScopeId | undefined {
  if (database === undefined) return context.auth.scope;
  const parent = resolveScope(database.database, context);
  if (parent === undefined) return undefined;
  const id = context.transaction.names.find('databases', parent, database.id);
  return id === undefined ? undefined : scopeOf(new Ref(parent, DATABASES, id), context.transaction);
}

function resolveSelf(collection: GivenRef, context: Context): Ref | undefined {
  const { auth } = context;
  const of = resolve(collection, context);
  if (of === undefined || Number(of.id) === KEYS) return undefined;
  const token = auth.source?.collection === TOKENS ? auth.source : undefined;
  if (Number(of.id) === TOKENS) return token;
  if (Number(of.id) === CREDENTIALS)
    return token === undefined || auth.identity === undefined
      ? undefined
      : credentialsOf(auth.identity, context.transaction);
  return auth.identity !== undefined && BigInt(auth.identity.collection) === of.id
    ? auth.identity
    : undefined;
}

/** A native collection whose documents are found by name. */
function isSchema({ id, collection }: GivenRef): boolean {
  return (
    collection === undefined && id !== 'keys' && id !== 'tokens' && id !== 'credentials' && id !== 'tasks'
  );
}

function nativeId(name: string): CollectionId {
  return NATIVE_COLLECTIONS.get(name) ?? COLLECTIONS;
}
