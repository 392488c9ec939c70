import {
  JsonNumber,
  JsonObject,
  type Entry,
  type Json,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { revive } from './revive.ts';
import { LostTermStandIn } from './stand-in.ts';
import {
  BytesStandIn,
  DateStandIn,
  OpaqueStandIn,
  QueryStandIn,
  RefStandIn,
  SetStandIn,
  TimeStandIn,
} from './stand-ins.ts';

/**
 * What the driver hands to the console for an answer: plain JavaScript values with stand-ins in the place of its classes.
 * Everything that decoding loses is lost here: number kinds, duplicate keys, the order of integer-like keys, `@obj`.
 * Partly known values that this format itself has read are taken too, with something unseen where something was cut.
 * @throws UnprintableValue where the driver's decoder throws.
 */
export function decode(value: Value): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'boolean':
    case 'double':
    case 'number':
      return value.value;
    case 'string':
      return value.value + 'x'.repeat(value.cut ?? 0);
    case 'long':
      return Number(value.value);
    case 'array':
      return [...value.items.map(decode), ...Array.from({ length: value.cut ?? 0 }, () => 0)];
    case 'object':
      return revive(plain(value.entries));
    case 'ref':
      return decodeRef(value);
    case 'ts':
      return decodeTime(value.text);
    case 'date':
      return new DateStandIn(value.text);
    case 'uuid':
      return { '@uuid': value.text };
    case 'bytes':
      return new BytesStandIn(value.value);
    case 'set':
      return new SetStandIn(revive(plain(value.entries)));
    case 'query':
      return new QueryStandIn(decodeJson(value.body));
    case 'opaque':
      return new OpaqueStandIn(value.of, value.text);
    case 'oneOf':
      return decode(value.options[0] ?? { kind: 'unsaid', why: '' });
    case 'unsaid':
      return UNSEEN.get(value.why) ?? new LostTermStandIn();
  }
}

/** Why a value of a JavaScript print is not said, in the words of a report. */
export const UNSAID = {
  deepObject: 'an object, nested too deep to be printed',
  deepArray: 'an array, nested too deep to be printed',
  lostTerm: 'a single special value as a term prints undefined',
  database: 'not printed',
} as const;

/** Any object and any array print the same once they are nested too deep. */
const UNSEEN: ReadonlyMap<string, object> = new Map<string, object>([
  [UNSAID.deepObject, { unseen: true }],
  [UNSAID.deepArray, ['unseen']],
]);

function plain(entries: readonly Entry[]): object {
  return Object.fromEntries(entries.map(([key, value]) => [key, decode(value)]));
}

function decodeRef(ref: RefValue): RefStandIn {
  if (ref.id === '') throw new UnprintableValue('decode', 'InvalidValue: id cannot be null or undefined');
  const part = (of: RefValue | UnsaidValue | undefined): RefStandIn | undefined =>
    of?.kind === 'ref' ? decodeRef(of) : undefined;
  return new RefStandIn(typeof ref.id === 'string' ? ref.id : '', part(ref.collection), part(ref.database));
}

function decodeTime(text: string): TimeStandIn {
  if (text.endsWith('Z')) return new TimeStandIn(text);
  throw new UnprintableValue('decode', `InvalidValue: Only allowed timezone is 'Z', got: ${text}`);
}

/** The body of a lambda is JSON like any other to the driver: what is tagged in it is decoded. */
function decodeJson(json: Json): unknown {
  if (json instanceof JsonNumber) return Number(json.text);
  if (json instanceof JsonObject)
    return revive(Object.fromEntries(json.members.map(([key, value]) => [key, decodeJson(value)])));
  if (json === null || typeof json !== 'object') return json;
  return json.map(decodeJson);
}
