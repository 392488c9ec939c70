/**
 * How the database spells refs depends on the API version that a driver sends. Values are kept in the words of the
 * generation that they came in (`classes` or `collections`), and compared in today's.
 */
import { fromWire } from './from-wire.ts';
import { JsonNumber, JsonObject, type Json } from './json.ts';
import { toWire, type Generation } from './to-wire.ts';
import type { Entry, RefValue, UnsaidValue, Value } from './value.ts';

/**
 * The value in the words of another generation: the native collection `classes` is called `collections` from 2.7 on, and refs
 * in the bodies of lambdas are spelt otherwise. A path says nothing of a database.
 */
export function inGeneration(value: Value, generation: Generation): Value {
  const [from, to] = generation === 'collections' ? ['classes', 'collections'] : ['collections', 'classes'];
  const rename = (one: Value): Value => {
    switch (one.kind) {
      case 'ref':
        return renameRef(one, from, to);
      case 'array':
        return { ...one, items: one.items.map(rename) };
      case 'object':
      case 'set':
        return { ...one, entries: one.entries.map(([key, item]): Entry => [key, rename(item)]) };
      case 'oneOf':
        return { ...one, options: one.options.map(rename) };
      case 'query':
        return { ...one, body: renameIn(one.body, generation) };
      default:
        return one;
    }
  };
  return rename(value);
}

/** A lambda's body is kept as JSON: the refs in it are spelt as that generation spells them. */
function renameIn(json: Json, generation: Generation): Json {
  if (json === null || typeof json !== 'object' || json instanceof JsonNumber) return json;
  if (!(json instanceof JsonObject)) return json.map((item) => renameIn(item, generation));
  const value = fromWire(json);
  if (value.kind === 'ref') return toWire(inGeneration(value, generation), generation);
  return new JsonObject(json.members.map(([key, member]) => [key, renameIn(member, generation)] as const));
}

function renameRef(ref: RefValue, from: string, to: string): RefValue {
  const part = (inner: RefValue | UnsaidValue): RefValue | UnsaidValue =>
    inner.kind === 'ref' ? renameRef(inner, from, to) : inner;
  const isNative = ref.collection === undefined;
  return {
    ...ref,
    ...(isNative && ref.id === from ? { id: to } : {}),
    ...(ref.collection === undefined ? {} : { collection: part(ref.collection) }),
    ...(ref.database === undefined ? {} : { database: part(ref.database) }),
  };
}
