import {
  arr,
  bool,
  bytes,
  date,
  double,
  long,
  nul,
  num,
  obj,
  opaque,
  query,
  set,
  str,
  ts,
  unsaid,
  uuid,
} from './build.ts';
import { JsonNumber, JsonObject, type Json } from './json.ts';
import { pathText } from './difference.ts';
import { writeJson } from './write-json.ts';
import type { Entry, RefValue, UnsaidValue, Value } from './value.ts';

export type TaggedReading =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: string };

type Path = readonly (string | number)[];

/** Something in tagged JSON that is no value; caught below, never leaves this file. */
class TaggedError extends Error {
  override readonly name = 'TaggedError';
}

/**
 * Reads tagged JSON (see `toTagged`). The error says where and what was expected, for whoever writes a shim:
 * `object[1][1].long: expected decimal digits in a string, got 5`.
 */
export function fromTagged(json: Json): TaggedReading {
  try {
    return { ok: true, value: read(json, []) };
  } catch (cause) {
    if (cause instanceof TaggedError) return { ok: false, error: cause.message };
    throw cause;
  }
}

function read(json: Json, path: Path): Value {
  if (json === null) return nul;
  if (typeof json === 'boolean') return bool(json);
  if (typeof json === 'string') return str(json);
  if (json instanceof JsonNumber)
    return fail(path, 'a tagged number such as {"long":"1"}, {"double":"1.5"} or {"number":"1"}', json.text);
  if (!(json instanceof JsonObject)) return arr(json.map((item, index) => read(item, [...path, index])));
  const [member] = json.members;
  if (member === undefined) return fail(path, 'an object with one tag', '{}');
  return readTag(member[0], member[1], json, path);
}

function readTag(tag: string, content: Json, json: JsonObject, outer: Path): Value {
  const path = [...outer, tag];
  switch (tag) {
    case 'long':
      return long(BigInt(matching(content, /^-?\d+$/, path, 'decimal digits in a string')));
    case 'double':
      return double(numberOf(content, path));
    case 'number':
      return num(numberOf(content, path));
    case 'string':
      return str(text(content, path), count(json, 'cut', outer));
    case 'bytes':
      return bytes(
        Buffer.from(matching(content, /^[A-Za-z\d+/]*={0,2}$/, path, 'standard Base64'), 'base64'),
      );
    case 'array':
      return arr(
        list(content, path).map((item, index) => read(item, [...path, index])),
        count(json, 'cut', outer),
      );
    case 'object': {
      const object = obj(entriesOf(content, path));
      return json.get('ordered') === false ? { ...object, ordered: false } : object;
    }
    case 'set':
      return set(entriesOf(content, path));
    case 'ref':
      return refOf(content, path);
    case 'ts':
      return ts(text(content, path), count(json, 'truncated', outer));
    case 'date':
      return date(text(content, path));
    case 'uuid':
      return uuid(text(content, path));
    case 'query':
      return query(content);
    case 'opaque': {
      const of = json.get('of');
      if (of !== 'set' && of !== 'query')
        return fail(outer, '"of" to be "set" or "query"', kindOf(of ?? null));
      return opaque(of, text(json.get('format') ?? null, outer), text(content, path));
    }
    case 'unsaid':
      return unsaid(text(content, path));
    case 'oneOf':
      return {
        kind: 'oneOf',
        options: list(content, path).map((item, index) => read(item, [...path, index])),
      };
    default:
      return fail(outer, 'a known tag', `"${tag}"`);
  }
}

function entriesOf(content: Json, path: Path): Entry[] {
  return list(content, path).map((pair, index) => {
    const at = [...path, index];
    const [key, value, ...rest] = list(pair, at);
    if (typeof key !== 'string' || value === undefined || rest.length > 0)
      return fail(at, 'a pair [key, value]', kindOf(pair));
    return [key, read(value, [...at, 1])];
  });
}

function refOf(content: Json, path: Path): RefValue {
  if (!(content instanceof JsonObject)) return fail(path, 'an object with "id"', kindOf(content));
  const id = content.get('id');
  const known = typeof id === 'string' ? id : unsaidOf(id, [...path, 'id']);
  const collection = partOf(content.get('collection'), [...path, 'collection']);
  const database = partOf(content.get('database'), [...path, 'database']);
  return {
    kind: 'ref',
    id: known,
    ...(collection === undefined ? {} : { collection }),
    ...(database === undefined ? {} : { database }),
  };
}

function partOf(json: Json | undefined, path: Path): RefValue | UnsaidValue | undefined {
  if (json === undefined) return undefined;
  const value = read(json, path);
  return value.kind === 'ref' || value.kind === 'unsaid' ? value : fail(path, 'a ref', value.kind);
}

function unsaidOf(json: Json | undefined, path: Path): UnsaidValue {
  const value = json === undefined ? undefined : read(json, path);
  return value?.kind === 'unsaid' ? value : fail(path, 'a string', value?.kind ?? 'nothing');
}

function text(json: Json, path: Path): string {
  return typeof json === 'string' ? json : fail(path, 'a string', kindOf(json));
}

function matching(json: Json, pattern: RegExp, path: Path, expected: string): string {
  return typeof json === 'string' && pattern.test(json) ? json : fail(path, expected, kindOf(json));
}

function numberOf(json: Json, path: Path): number {
  const digits = matching(
    json,
    /^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|-?Infinity|NaN)$/,
    path,
    'a number in a string',
  );
  return Number(digits);
}

function list(json: Json, path: Path): readonly Json[] {
  return Array.isArray(json) ? (json as readonly Json[]) : fail(path, 'an array', kindOf(json));
}

function count(json: JsonObject, key: string, path: Path): number | undefined {
  const found = json.get(key);
  if (found === undefined) return undefined;
  return found instanceof JsonNumber ? Number(found.text) : fail([...path, key], 'a number', kindOf(found));
}

/** What something that does not fit is, for the message: its text where that is short, else its kind. */
function kindOf(json: Json): string {
  const written = writeJson(json);
  if (written.length <= 40) return written;
  if (typeof json === 'string') return `a string of ${json.length} characters`;
  return Array.isArray(json) ? 'an array' : 'an object';
}

function fail(path: Path, expected: string, got: string): never {
  throw new TaggedError(`${pathText(path)}: expected ${expected}, got ${got}`);
}
