import {
  fromWire,
  inGeneration,
  JsonObject,
  type Generation,
  type Json,
  type RefValue,
  type Value,
} from '../value/index.ts';

/**
 * The value as a database of that generation can answer it, refs in the bodies of lambdas included; `undefined` when it
 * cannot: where refs are paths, none of them names a database.
 */
export function inWordsOf(value: Value, generation: Generation): Value | undefined {
  return generation === 'paths' && hasDatabase(value) ? undefined : inGeneration(value, generation);
}

function hasDatabase(value: Value): boolean {
  switch (value.kind) {
    case 'ref':
      return isInDatabase(value);
    case 'array':
      return value.items.some(hasDatabase);
    case 'object':
    case 'set':
      return value.entries.some(([, inner]) => hasDatabase(inner));
    case 'query':
      return bodyHasDatabase(value.body);
    default:
      return false;
  }
}

function bodyHasDatabase(json: Json): boolean {
  const ref = refOf(json);
  if (ref !== undefined) return isInDatabase(ref);
  if (json instanceof JsonObject) return json.members.some(([, inner]) => bodyHasDatabase(inner));
  return isList(json) && json.some(bodyHasDatabase);
}

function refOf(json: Json): RefValue | undefined {
  if (!(json instanceof JsonObject) || json.get('@ref') === undefined) return undefined;
  const value = fromWire(json);
  return value.kind === 'ref' ? value : undefined;
}

function isInDatabase(ref: RefValue): boolean {
  return ref.database !== undefined || (ref.collection?.kind === 'ref' && isInDatabase(ref.collection));
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
