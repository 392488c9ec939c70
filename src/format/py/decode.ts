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
import { ownEntries } from '../shared/own-entries.ts';
import { hook } from './hook.ts';
import { jsonOf } from './json-of.ts';

/**
 * What the driver makes of an answer (faunadb 4.5.2, faunadb/_json.py): everything, but for duplicate keys and what
 * `hook.ts` says. Takes its own results too.
 * @throws UnprintableValue where the driver's decoder raises.
 */
export function decode(value: Value): Value {
  switch (value.kind) {
    case 'array':
      return build.arr(value.items.map(decode));
    case 'object':
      return hook(decodeEntries(value.entries));
    case 'set':
      return build.set(decodeEntries(value.entries));
    case 'ref':
      return decodeRef(value);
    case 'ts':
      return build.ts(value.text.replaceAll('+00:00', 'Z'));
    case 'date':
      return decodeDate(value.text);
    case 'uuid':
      return build.obj([['@uuid', build.str(value.text)]]);
    case 'query':
      return build.query(jsonOf(decodeJson(value.body)));
    case 'oneOf':
      return build.oneOf(value.options.map(decode));
    case 'null':
    case 'boolean':
    case 'long':
    case 'double':
    case 'number':
    case 'string':
    case 'bytes':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

/** A lambda's body is JSON like any other to the driver: what is tagged in it is decoded. */
function decodeJson(json: Json): Value {
  if (json === null) return build.nul;
  if (typeof json === 'boolean') return build.bool(json);
  if (typeof json === 'string') return build.str(json);
  if (json instanceof JsonNumber)
    return json.isDouble ? build.double(Number(json.text)) : build.long(BigInt(json.text));
  if (json instanceof JsonObject)
    return hook(ownEntries(json.members.map(([key, value]) => [key, decodeJson(value)] as const)));
  return build.arr(json.map(decodeJson));
}

function decodeEntries(entries: readonly Entry[]): Entry[] {
  return ownEntries(entries.map(([key, value]) => [key, decode(value)] as const));
}

/** Constants of the class `Native`, found by the id in capitals whatever case it came in (faunadb/objects.py). */
const NATIVE: ReadonlySet<string> = new Set([
  'collections',
  'indexes',
  'databases',
  'functions',
  'keys',
  'tokens',
  'credentials',
  'roles',
  'access_providers',
]);

function decodeRef(ref: RefValue): RefValue {
  const { id, collection, database } = ref;
  const part = (of: RefValue | UnsaidValue | undefined): RefValue | UnsaidValue | undefined =>
    of?.kind === 'ref' ? decodeRef(of) : of;
  const isBare = collection === undefined && database === undefined && typeof id === 'string';
  return isBare && NATIVE.has(id.toLowerCase())
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
