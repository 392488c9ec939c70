import { isArray, type Data } from '../data/data.ts';

/** A text that two lists of terms share only if an index does not tell them apart: 1 and 1.0 are two, key order does not count. */
export function termsKey(terms: readonly Data[]): string {
  return terms.map(keyOf).join(',');
}

function keyOf(value: Data): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'bigint':
      return String(value);
    case 'number':
      return `d${Object.is(value, -0) ? '-0' : String(value)}`;
    case 'boolean':
      return String(value);
    case 'string':
      return JSON.stringify(value);
    default:
  }
  if (isArray(value)) return `[${value.map(keyOf).join(',')}]`;
  switch (value.kind) {
    case 'ref':
      return `r${String(value.collection)}/${String(value.id)}`;
    case 'time':
      return `t${String(value.seconds)}.${String(value.nanos)}`;
    case 'date':
      return `D${String(value.epochDay)}`;
    case 'transaction-time':
      return 'null';
    case 'uuid':
      return `u${value.text}`;
    case 'bytes':
      return `b${Buffer.from(value.bytes).toString('base64')}`;
    case 'action':
      return JSON.stringify(value.action);
    case 'object': {
      const sorted = value.entries.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
      return `{${sorted.map(([key, member]) => `${JSON.stringify(key)}:${keyOf(member)}`).join(',')}}`;
    }
    case 'document':
    case 'document-event':
    case 'element':
    case 'lambda':
    case 'page':
    case 'set':
    case 'set-event':
    case 'unresolved-ref':
      // Never in an index: whatever is looked up under it is not found.
      return value.kind;
  }
}
