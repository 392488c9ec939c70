/**
 * How the database spells refs depends on the API version that a driver sends. Values are kept in the words of the
 * generation that they came in (`classes` or `collections`), and compared in today's.
 */
import type { Entry, RefValue, UnsaidValue, Value } from './value.ts';

/**
 * `paths`: no API version or 2.0, a ref is a path, `classes/users/1`; `classes`: 2.1, a ref has `id`, `class`, `database`;
 * `collections`: 2.7 and later, `collection` for `class` and `collections` for `classes`.
 */
export type Generation = 'paths' | 'classes' | 'collections';

/** The value in the words of another generation: the native collection `classes` is called `collections` from 2.7 on. */
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
      default:
        return one;
    }
  };
  return rename(value);
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
