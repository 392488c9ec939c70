import { COLLECTIONS, DATABASES, FUNCTIONS, INDEXES, KEYS, ACCESS_PROVIDERS, ROLES } from './ids.ts';
import type { CollectionId } from './ids.ts';
import { isArray, type Data } from './data.ts';

/** The name of a value's type as error texts give it (`X` in `Integer expected, X provided.`; spec 4.1). */
export function typeName(value: Data): string {
  if (value === null) return 'Null';
  switch (typeof value) {
    case 'boolean':
      return 'Boolean';
    case 'bigint':
      return 'Integer';
    case 'number':
      return 'Double';
    case 'string':
      return 'String';
    default:
  }
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
      return 'Ref';
    case 'object':
    case 'document':
    case 'document-event':
    case 'set-event':
    case 'element':
      return 'Object';
  }
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
  [ROLES, 'Role Ref'],
  [ACCESS_PROVIDERS, 'Access Provider Ref'],
]);
