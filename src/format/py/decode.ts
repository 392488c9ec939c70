import {
  JsonNumber,
  JsonObject,
  build,
  type Entry,
  type Json,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { options } from '../shared/options.ts';
import { ownEntries } from '../shared/own-entries.ts';
import { inHashOrder } from './hash-order.ts';
import { hook } from './hook.ts';
import { jsonOf } from './json-of.ts';
import { refOfPath, pathText } from './path.ts';
import type { Traits } from './traits.ts';
import { bytesAsObject, queryAsObject } from './untagged.ts';

/**
 * What the driver makes of an answer (faunadb 4.5.2, faunadb/_json.py): everything, but for duplicate keys and what
 * `hook.ts` says. Takes its own results too.
 * @throws UnprintableValue where the driver's decoder raises.
 */
export function decode(value: Value, traits: Traits): Value {
  const inside = (one: Value): Value => decode(one, traits);
  switch (value.kind) {
    case 'array':
      return build.arr(value.items.map(inside));
    case 'object':
      return inHashOrder(hook(decodeEntries(value.entries, traits), traits), traits);
    case 'set':
      return build.set(decodeEntries(value.entries, traits));
    case 'ref':
      return decodeRef(value, traits);
    case 'ts':
      return build.ts(value.text.replaceAll('+00:00', 'Z'));
    case 'date':
      return decodeDate(value.text);
    case 'uuid':
      return build.obj([['@uuid', build.str(value.text)]]);
    case 'query':
      return traits.unknownTags.has('@query')
        ? inHashOrder(queryAsObject(decodeJson(value.body, traits), traits), traits)
        : build.query(jsonOf(decodeJson(value.body, traits), traits));
    case 'oneOf':
      return options(value.options.map(inside));
    case 'bytes':
      return traits.unknownTags.has('@bytes') ? inHashOrder(bytesAsObject(value), traits) : value;
    case 'null':
    case 'boolean':
    case 'long':
    case 'double':
    case 'number':
    case 'string':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

/** A lambda's body is JSON like any other to the driver: what is tagged in it is decoded. */
function decodeJson(json: Json, traits: Traits): Value {
  if (json === null) return build.nul;
  if (typeof json === 'boolean') return build.bool(json);
  if (typeof json === 'string') return build.str(json);
  if (json instanceof JsonNumber)
    return json.isDouble ? build.double(Number(json.text)) : build.long(BigInt(json.text));
  if (json instanceof JsonObject)
    return inHashOrder(
      hook(ownEntries(json.members.map(([key, value]) => [key, decodeJson(value, traits)] as const)), traits),
      traits,
    );
  return build.arr(json.map((item) => decodeJson(item, traits)));
}

function decodeEntries(entries: readonly Entry[], traits: Traits): Entry[] {
  return ownEntries(entries.map(([key, value]) => [key, decode(value, traits)] as const));
}

/** Constants of the driver's class `Native` are found by the id in capitals, whatever case it came in. */
function decodeRef(ref: RefValue, traits: Traits): Value {
  if (traits.refs === 'path') return refOfPath(pathText(ref));
  return decodeParts(ref, traits);
}

function decodeParts(ref: RefValue, traits: Traits): RefValue {
  const { id, collection, database } = ref;
  const part = (of: RefValue | UnsaidValue | undefined): RefValue | UnsaidValue | undefined =>
    of?.kind === 'ref' ? decodeParts(of, traits) : of;
  const isBare = collection === undefined && database === undefined && typeof id === 'string';
  return isBare && traits.natives.has(id.toLowerCase())
    ? build.ref(id.toLowerCase())
    : build.ref(id, part(collection), part(database));
}

/** `datetime.date` holds the years 1 to 9999 of the real calendar. */
function decodeDate(text: string): Value {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const exists = Number(year) > 0 && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
  if (!exists) throw new UnprintableValue('decode', 'Invalid JSON.');
  return build.date(text);
}
