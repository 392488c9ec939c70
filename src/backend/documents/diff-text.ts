import { isArray, type Data } from '../data/data.ts';

/** How the core prints a change to stored data inside an error text: spaced JSON, with internal ids for refs. */
export function diffText(value: Data): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (isArray(value)) return value.length === 0 ? '[  ]' : `[ ${value.map(diffText).join(', ')} ]`;
  if (value.kind === 'ref') return `DocID(${String(value.id)},C${String(value.collection)})`;
  if (value.kind !== 'object') return value.kind;
  if (value.entries.length === 0) return '{  }';
  return `{ ${value.entries.map(([key, inner]) => `${JSON.stringify(key)} : ${diffText(inner)}`).join(', ')} }`;
}
