import { bool, bytes, date, double, long, nul, query, ref, set, ts, uuid } from './build.ts';
import { JsonNumber, JsonObject, type Json } from './json.ts';
import type { Entry, RefValue, Value } from './value.ts';

/**
 * Reads a value as the database writes it, API versions 1 to 4: `@ref` as an object or a legacy path, `class` or
 * `collection`, raw sets and lambdas inside `@set`. Something tagged that does not have its tag's shape is read as a
 * plain object, so nothing that came over the wire is ever lost.
 */
export function fromWire(json: Json): Value {
  if (json === null) return nul;
  if (typeof json === 'boolean') return bool(json);
  if (typeof json === 'string') return { kind: 'string', value: json };
  if (json instanceof JsonNumber) return json.isDouble ? double(Number(json.text)) : long(BigInt(json.text));
  if (json instanceof JsonObject) return tagged(json) ?? plain(json);
  return { kind: 'array', items: json.map(fromWire) };
}

function plain(json: JsonObject): Value {
  const entries: Entry[] = [];
  for (const [key, value] of json.members) entries.push([key, fromWire(value)]);
  return { kind: 'object', entries };
}

function tagged(json: JsonObject): Value | undefined {
  const [member] = json.members;
  if (member === undefined || json.members.length > 1) return undefined;
  const [tag, content] = member;
  switch (tag) {
    case '@ref':
      return refFromWire(json);
    case '@obj':
      return content instanceof JsonObject ? plain(content) : undefined;
    case '@set':
      return content instanceof JsonObject ? setFromWire(content) : undefined;
    case '@query':
      return query(content);
    case '@ts':
      return typeof content === 'string' ? ts(content) : undefined;
    case '@date':
      return typeof content === 'string' ? date(content) : undefined;
    case '@uuid':
      return typeof content === 'string' ? uuid(content) : undefined;
    case '@bytes':
      return typeof content === 'string' ? bytesFromWire(content) : undefined;
    default:
      return undefined;
  }
}

/** Inner sets are tagged again on the wire except under `events`, whose content the server writes without its tag. */
function setFromWire(json: JsonObject): Value {
  return set(
    json.members.map(([key, value]) => {
      const untaggedSet = key === 'events' && value instanceof JsonObject && value.get('@ref') === undefined;
      return [
        key,
        untaggedSet && value.get('@set') === undefined ? setFromWire(value) : fromWire(value),
      ] as const;
    }),
  );
}

/** Either alphabet, padded or not; bits that no byte takes must be zero, or two texts would be one value. */
function bytesFromWire(text: string): Value | undefined {
  if (!/^[\w+/-]*={0,2}$/.test(text)) return undefined;
  const decoded = Buffer.from(text, 'base64');
  const again = decoded.toString('base64url');
  return again === text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')
    ? bytes(decoded)
    : undefined;
}

function refFromWire(json: Json | undefined): RefValue | undefined {
  const content = json instanceof JsonObject ? (json.get('@ref') ?? json) : json;
  if (typeof content === 'string') return refFromPath(content);
  if (!(content instanceof JsonObject)) return undefined;
  const id = content.get('id');
  const container = content.get('collection') ?? content.get('class');
  const scope = content.get('database');
  if (typeof id !== 'string') return undefined;
  const collection = container === undefined ? undefined : refFromWire(container);
  const database = scope === undefined ? undefined : refFromWire(scope);
  if (
    (container !== undefined && collection === undefined) ||
    (scope !== undefined && database === undefined)
  )
    return undefined;
  return ref(id, collection, database);
}

/** `tokens/1`, `classes/users/1`, `databases/db`: the refs of API version 1 and 2.0. */
function refFromPath(path: string): RefValue | undefined {
  const parts = path.split('/');
  const [native, second, third] = parts;
  if (native === undefined || native === '' || parts.length > 3 || parts.includes('')) return undefined;
  const named = second === undefined ? ref(native) : ref(second, ref(native));
  return third === undefined ? named : ref(third, named);
}
