import { writeJson, type RefValue, type UnsaidValue, type Value } from '../../src/value/index.ts';

/**
 * Values as API versions before 2.1 could send them: refs are paths of one to three parts, without databases, the first
 * part native, and no part with a slash in it or empty.
 */
export function hasPathsOnly(value: Value): boolean {
  switch (value.kind) {
    case 'ref':
      return isPath(value, 3);
    case 'array':
      return value.items.every(hasPathsOnly);
    case 'object':
    case 'set':
      return value.entries.every(([, inner]) => hasPathsOnly(inner));
    case 'query':
      return !writeJson(value.body).includes('@ref');
    case 'oneOf':
      return value.options.every(hasPathsOnly);
    case 'null':
    case 'boolean':
    case 'long':
    case 'double':
    case 'number':
    case 'string':
    case 'bytes':
    case 'ts':
    case 'date':
    case 'uuid':
    case 'opaque':
    case 'unsaid':
      return true;
  }
}

function isPath(ref: RefValue | UnsaidValue, parts: number): boolean {
  return (
    ref.kind === 'ref' &&
    parts > 0 &&
    typeof ref.id === 'string' &&
    ref.id !== '' &&
    !ref.id.includes('/') &&
    ref.database === undefined &&
    (ref.collection === undefined || isPath(ref.collection, parts - 1))
  );
}

/**
 * Values whose queries have no tagged parts (their spelling is another one in old API versions, and drivers normalise
 * them) and whose sets have no null as a parameter (Java leaves it out up to 2.2.0).
 */
export function hasPlainQueries(value: Value): boolean {
  switch (value.kind) {
    case 'array':
      return value.items.every(hasPlainQueries);
    case 'set':
      return value.entries.every(([, inner]) => inner.kind !== 'null' && hasPlainQueries(inner));
    case 'object':
      return value.entries.every(([, inner]) => hasPlainQueries(inner));
    case 'query':
      return !writeJson(value.body).includes('"@');
    default:
      return true;
  }
}
