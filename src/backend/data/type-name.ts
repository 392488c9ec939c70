import { COLLECTIONS, DATABASES, FUNCTIONS, INDEXES, KEYS, NATIVE_COLLECTIONS } from './ids.ts';
import type { GivenRef } from './unresolved-ref.ts';
import type { CollectionId } from './ids.ts';
import { isArray, type Data } from './data.ts';

/** The name of a value's type as error texts give it (`X` in `Integer expected, X provided.`; spec 4.1). */
export function typeName(value: Data): string {
  if (value === null) return 'Null';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'bigint') return 'Integer';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'string') return 'String';
  if (isArray(value)) return 'Array';
  switch (value.kind) {
    case 'bytes':
      return 'Bytes';
    case 'uuid':
      return 'UUID';
    case 'time':
      return 'Time';
    case 'date':
      return 'Date';
    case 'transaction-time':
      return 'Unresolved Transaction Time';
    case 'action':
      return 'Action';
    case 'lambda':
      return 'Lambda';
    case 'set':
      return 'Set';
    case 'page':
      return 'Page';
    case 'ref':
      return refTypeName(value.collection);
    case 'unresolved-ref':
      return unresolvedTypeName(value.given);
    case 'object':
    case 'document':
    case 'document-event':
    case 'set-event':
    case 'element':
      return 'Object';
  }
}

function unresolvedTypeName({ collection }: GivenRef): string {
  if (collection === undefined) return 'Collection Ref';
  if (collection.collection !== undefined) return 'Ref';
  // Only refs that do not resolve are told apart by these two (core: RefParser.scala, rtype; ast/Type.scala, getType).
  if (collection.id === 'roles') return 'Role Ref';
  if (collection.id === 'access_providers') return 'Access Provider Ref';
  return refTypeName(NATIVE_COLLECTIONS.get(collection.id) ?? -1);
}

function refTypeName(collection: CollectionId): string {
  return REF_TYPES.get(collection) ?? 'Ref';
}

const REF_TYPES: ReadonlyMap<CollectionId, string> = new Map([
  [DATABASES, 'Database Ref'],
  [COLLECTIONS, 'Collection Ref'],
  [INDEXES, 'Index Ref'],
  [KEYS, 'Key Ref'],
  [FUNCTIONS, 'User Function Ref'],
]);
