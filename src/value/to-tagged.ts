import { JsonObject, jsonInteger, type Json } from './json.ts';
import type { Entry, RefValue, UnsaidValue, Value } from './value.ts';

/**
 * Writes a value as tagged JSON, the form in which shims report what their driver decoded and `run.json` keeps values:
 * null, booleans, strings and arrays as themselves, everything else as an object with one member named by its kind
 * (`{"long":"1"}`, `{"object":[["a",…]]}`). `drivers/README.md` has the whole table. Lossless for every value.
 */
export function toTagged(value: Value): Json {
  switch (value.kind) {
    case 'null':
      return null;
    case 'boolean':
      return value.value;
    case 'string':
      return value.cut === undefined
        ? value.value
        : tag('string', value.value, ['cut', jsonInteger(value.cut)]);
    case 'long':
      return tag('long', value.value.toString());
    case 'double':
    case 'number':
      return tag(value.kind, Object.is(value.value, -0) ? '-0' : String(value.value));
    case 'bytes':
      return tag('bytes', Buffer.from(value.value).toString('base64'));
    case 'array':
      return value.cut === undefined
        ? value.items.map(toTagged)
        : tag('array', value.items.map(toTagged), ['cut', jsonInteger(value.cut)]);
    case 'object':
      return value.ordered === false
        ? tag('object', entries(value.entries), ['ordered', false])
        : tag('object', entries(value.entries));
    case 'set':
      return tag('set', entries(value.entries));
    case 'ref':
      return refTagged(value);
    case 'ts':
      return value.truncated === undefined
        ? tag('ts', value.text)
        : tag('ts', value.text, ['truncated', jsonInteger(value.truncated)]);
    case 'date':
    case 'uuid':
      return tag(value.kind, value.text);
    case 'query':
      return tag('query', value.body);
    case 'opaque':
      return tag('opaque', value.text, ['of', value.of], ['format', value.format]);
    case 'unsaid':
      return tag('unsaid', value.why);
    case 'oneOf':
      return tag('oneOf', value.options.map(toTagged));
  }
}

function tag(kind: string, content: Json, ...more: [string, Json][]): JsonObject {
  return new JsonObject([[kind, content], ...more]);
}

function entries(list: readonly Entry[]): Json {
  return list.map(([key, value]) => [key, toTagged(value)]);
}

function refTagged(value: RefValue | UnsaidValue): Json {
  if (value.kind === 'unsaid') return toTagged(value);
  const members: [string, Json][] = [['id', typeof value.id === 'string' ? value.id : toTagged(value.id)]];
  if (value.collection !== undefined) members.push(['collection', refTagged(value.collection)]);
  if (value.database !== undefined) members.push(['database', refTagged(value.database)]);
  return new JsonObject([['ref', new JsonObject(members)]]);
}
