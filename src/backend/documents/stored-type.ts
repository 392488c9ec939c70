import { isArray, type Data } from '../data/data.ts';

/** How validation failures call the type of a value that is to be stored. */
export function storedType(value: Data): string {
  if (value === null) return 'Null';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'bigint') return 'Long';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'string') return 'String';
  if (isArray(value)) return 'Array';
  switch (value.kind) {
    case 'bytes':
      return 'Bytes';
    case 'ref':
    case 'unresolved-ref':
      return 'Ref';
    case 'time':
      return 'Time';
    case 'date':
      return 'Date';
    case 'lambda':
      return 'Query';
    case 'uuid':
      return 'UUID';
    case 'action':
      return 'String';
    case 'transaction-time':
      return 'Long';
    case 'object':
    case 'document':
    case 'document-event':
    case 'set-event':
    case 'element':
    case 'page':
    case 'set':
      return 'Map';
  }
}
