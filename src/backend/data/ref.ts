import type { CollectionId } from './ids.ts';
import { COLLECTIONS } from './ids.ts';
import type { ScopeId } from './ids.ts';

/**
 * A ref that resolved: a document of a collection in a database, by internal ids. Schema documents (databases,
 * collections, indexes, functions, roles, access providers) are documents of their native collections. A collection,
 * native ones included, is the document of `COLLECTIONS` whose id is the collection's number: `{"@ref":{"id":"tokens"}}`
 * is `Ref(scope, COLLECTIONS, BigInt(TOKENS))`. The document need not exist.
 */
export class Ref {
  readonly kind = 'ref';
  readonly scope: ScopeId;
  readonly collection: CollectionId;
  readonly id: bigint;
  constructor(scope: ScopeId, collection: CollectionId, id: bigint) {
    this.scope = scope;
    this.collection = collection;
    this.id = id;
  }

  static ofCollection(scope: ScopeId, collection: CollectionId): Ref {
    return new Ref(scope, COLLECTIONS, BigInt(collection));
  }

  equals(other: Ref): boolean {
    return this.id === other.id && this.collection === other.collection && this.scope === other.scope;
  }
}
