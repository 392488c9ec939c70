import { JsonNumber, JsonObject, type Json } from './json.ts';
import { javaDouble } from './java-double.ts';
import type { Entry, RefValue, UnsaidValue, Value } from './value.ts';

/**
 * Writes a wholly known value as the database writes it (API version 4): `@obj` around a nested object that looks
 * tagged, doubles as Java prints them, NaN and the infinities as strings.
 * @throws TypeError for a value that is not wholly known, with its kind.
 */
export function toWire(value: Value): Json {
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
      return value.items.map(toWire);
    case 'object': {
      const object = new JsonObject(members(value.entries));
      return object.keys.some((key) => key.startsWith('@')) ? tag('@obj', object) : object;
    }
    case 'ref':
      return refToWire(value);
    case 'ts':
      return tag('@ts', value.text);
    case 'date':
      return tag('@date', value.text);
    case 'uuid':
      return tag('@uuid', value.text);
    case 'set':
      return tag('@set', new JsonObject(members(value.entries)));
    case 'query':
      return tag('@query', value.body);
    case 'number':
    case 'opaque':
    case 'unsaid':
    case 'oneOf':
      throw new TypeError(`A value that is not wholly known (${value.kind}) has no wire form.`);
  }
}

function members(entries: readonly Entry[]): [string, Json][] {
  return entries.map(([key, value]) => [key, toWire(value)]);
}

function refToWire(value: RefValue | UnsaidValue): Json {
  if (value.kind === 'unsaid' || typeof value.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no wire form.');
  const parts: [string, Json][] = [['id', value.id]];
  if (value.collection !== undefined) parts.push(['collection', refToWire(value.collection)]);
  if (value.database !== undefined) parts.push(['database', refToWire(value.database)]);
  return tag('@ref', new JsonObject(parts));
}

function tag(name: string, content: Json): Json {
  return new JsonObject([[name, content]]);
}
