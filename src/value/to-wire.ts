import { JsonNumber, JsonObject, type Json } from './json.ts';
import { javaDouble } from './java-double.ts';
import type { Entry, RefValue, UnsaidValue, Value } from './value.ts';

/**
 * `paths`: no API version or 2.0, a ref is a path, `classes/users/1`; `classes`: 2.1, a ref has `id`, `class`, `database`;
 * `collections`: 2.7 and later, `collection` for `class` and `collections` for `classes`.
 */
export type Generation = 'paths' | 'classes' | 'collections';

/**
 * Writes a wholly known value as the database writes it, by default for API versions 2.7 to 4: `@obj` around a nested object that looks
 * tagged, doubles as Java prints them, NaN and the infinities as strings.
 * @throws TypeError for a value that is not wholly known, with its kind.
 */
export function toWire(value: Value, generation: Generation = 'collections'): Json {
  switch (value.kind) {
    case 'null':
      return null;
    case 'boolean':
    case 'string':
      return value.value;
    case 'long':
      return new JsonNumber(value.value.toString());
    case 'double':
      return Number.isFinite(value.value) ? new JsonNumber(javaDouble(value.value)) : String(value.value);
    case 'bytes':
      return tag('@bytes', Buffer.from(value.value).toString('base64'));
    case 'array':
      return value.items.map((item) => toWire(item, generation));
    case 'object': {
      const object = new JsonObject(members(value.entries, generation));
      return object.keys.some((key) => key.startsWith('@')) ? tag('@obj', object) : object;
    }
    case 'ref':
      return refToWire(value, generation);
    case 'ts':
      return tag('@ts', value.text);
    case 'date':
      return tag('@date', value.text);
    case 'uuid':
      return tag('@uuid', value.text);
    case 'set':
      return tag('@set', new JsonObject(members(value.entries, generation)));
    case 'query':
      return tag('@query', value.body);
    case 'number':
    case 'opaque':
    case 'unsaid':
    case 'oneOf':
      throw new TypeError(`A value that is not wholly known (${value.kind}) has no wire form.`);
  }
}

function members(entries: readonly Entry[], generation: Generation): [string, Json][] {
  return entries.map(([key, value]) => [key, toWire(value, generation)]);
}

function refToWire(value: RefValue | UnsaidValue, generation: Generation): Json {
  if (generation === 'paths') return tag('@ref', pathOf(value));
  const { id, collection, database } = known(value);
  const parts: [string, Json][] = [['id', id]];
  if (collection !== undefined)
    parts.push([generation === 'classes' ? 'class' : 'collection', refToWire(collection, generation)]);
  if (database !== undefined) parts.push(['database', refToWire(database, generation)]);
  return tag('@ref', new JsonObject(parts));
}

/** A path says nothing of the database. */
function pathOf(value: RefValue | UnsaidValue): string {
  const { id, collection } = known(value);
  return collection === undefined ? id : `${pathOf(collection)}/${id}`;
}

function known(value: RefValue | UnsaidValue): RefValue & { readonly id: string } {
  if (value.kind === 'unsaid' || typeof value.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no wire form.');
  return { ...value, id: value.id };
}

function tag(name: string, content: Json): Json {
  return new JsonObject([[name, content]]);
}
