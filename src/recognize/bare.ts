import {
  JsonNumber,
  JsonObject,
  type Json,
  type Entry,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../value/index.ts';

/** What stands for every content and, with a number behind, for every key: no format takes it for structure. */
const WORD = 's';

/**
 * The structure of a value: every string, key and id of the user's is one and the same word, so that nothing in its print is
 * there by chance. What the database names (native refs, parameters of sets, functions in lambdas) stays.
 */
export function bare(value: Value): Value {
  switch (value.kind) {
    case 'string':
      return { ...value, value: WORD };
    case 'array':
      return { ...value, items: value.items.map(bare) };
    case 'object':
      return {
        ...value,
        entries: value.entries.map(([, item], index): Entry => [`${WORD}${index}`, bare(item)]),
      };
    case 'set':
      return { ...value, entries: value.entries.map(([key, item]): Entry => [key, bare(item)]) };
    case 'ref':
      return bareRef(value);
    case 'query':
      return { ...value, body: bareJson(value.body) };
    case 'oneOf':
      return { ...value, options: value.options.map(bare) };
    default:
      return value;
  }
}

function bareRef(ref: RefValue): RefValue {
  const part = (inner: RefValue | UnsaidValue): RefValue | UnsaidValue =>
    inner.kind === 'ref' ? bareRef(inner) : inner;
  const isNative = ref.collection === undefined;
  return {
    ...ref,
    ...(isNative || typeof ref.id !== 'string' ? {} : { id: WORD }),
    ...(ref.collection === undefined ? {} : { collection: part(ref.collection) }),
    ...(ref.database === undefined ? {} : { database: part(ref.database) }),
  };
}

function bareJson(json: Json): Json {
  if (typeof json === 'string') return WORD;
  if (json === null || typeof json === 'boolean' || json instanceof JsonNumber) return json;
  if (json instanceof JsonObject)
    return new JsonObject(json.members.map(([key, item]) => [key, bareJson(item)]));
  return json.map(bareJson);
}
