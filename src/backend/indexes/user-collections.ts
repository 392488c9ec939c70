import { COLLECTIONS, FIRST_USER_COLLECTION, type CollectionId, type ScopeId } from '../data/ids.ts';
import type { Transaction } from '../store/store.ts';

/** The user collections of a database. */
export function userCollections(scope: ScopeId, transaction: Transaction): readonly CollectionId[] {
  const ids = [...transaction.scan(scope, COLLECTIONS)].map(([id]) => Number(id));
  return ids.filter((id) => id >= FIRST_USER_COLLECTION);
}
