import type * as fc from 'fast-check';
import {
  JsonNumber,
  JsonObject,
  build,
  instant,
  instantText,
  type Entry,
  type Json,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../../src/value/index.ts';

/**
 * Values without the characters that make an unescaped print ambiguous: strings, keys and ids keep letters, digits and a
 * few marks. For such values the likeliest reading of a print must be the right one.
 */
export function tame(values: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return values.map(tameValue);
}

function tameValue(value: Value): Value {
  switch (value.kind) {
    case 'string':
      return build.str(tameText(value.value));
    case 'array':
      return build.arr(value.items.map(tameValue));
    case 'object':
      return build.obj(tameEntries(value.entries));
    case 'set':
      return build.set(tameEntries(value.entries));
    case 'query':
      return build.query(tameJson(value.body));
    case 'ref':
      return tameRef(value);
    case 'null':
    case 'boolean':
    case 'long':
    case 'double':
    case 'number':
    case 'bytes':
    case 'ts':
    case 'date':
    case 'uuid':
    case 'opaque':
    case 'unsaid':
    case 'oneOf':
      return value;
  }
}

function tameText(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}_.-]/gu, '').slice(0, 100);
}

/** Two keys may become one; the second then gets its number. */
function tameEntries(entries: readonly Entry[]): readonly Entry[] {
  const used = new Set<string>();
  return entries.map(([key, value], index): Entry => {
    const tamed = tameText(key);
    const name = used.has(tamed) ? `${tamed}_${index}` : tamed;
    used.add(name);
    return [name, tameValue(value)];
  });
}

function tameRef(ref: RefValue): RefValue {
  const part = (known: RefValue | UnsaidValue | undefined): RefValue | UnsaidValue | undefined =>
    known?.kind === 'ref' ? tameRef(known) : known;
  // What a native collection is called is no user's choice.
  const isNative = ref.collection === undefined;
  const id = typeof ref.id === 'string' && !isNative ? `n${tameText(ref.id)}` : ref.id;
  return build.ref(id, part(ref.collection), part(ref.database));
}

function tameJson(json: Json): Json {
  if (typeof json === 'string') return tameText(json);
  if (json === null || typeof json === 'boolean' || json instanceof JsonNumber) return json;
  if (json instanceof JsonObject)
    // The content of `@ts` and the like is no text of a user; a time takes the digits that the database gives it.
    return new JsonObject(
      json.members.map(([key, inner]) => {
        if (key === '@ts' && typeof inner === 'string') return [key, timeOf(inner)] as const;
        return [key, /^@(?:date|bytes)$/.test(key) ? inner : tameJson(inner)] as const;
      }),
    );
  return json.map(tameJson);
}

function timeOf(text: string): string {
  const time = instant(text);
  return time === undefined ? text : instantText(time);
}
