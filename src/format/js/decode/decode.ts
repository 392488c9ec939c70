import { JsonNumber, JsonObject, type Entry, type Json, type Value } from '../../../value/index.ts';
import { UnprintableValue } from '../../format.ts';
import { decodeRef } from './decode-ref.ts';
import type { Dialect } from '../dialect.ts';
import { MOST_CUT } from './most-cut.ts';
import { unseen } from './elided.ts';
import { decodeOpaque } from './opaque.ts';
import { revive, reviveTime } from './revive.ts';
import { BytesSpecial, DateSpecial, QuerySpecial, SetSpecial } from './specials.ts';

/**
 * What the driver hands to the console for an answer: plain JavaScript values, and its own classes. Everything that decoding
 * loses is lost here: number kinds, duplicate keys, the order of integer-like keys, `@obj`. Partly known values that a
 * format of this family has read are taken too, with something unseen where something was cut.
 * @throws UnprintableValue where the driver's decoder throws.
 */
export function decode(value: Value, dialect: Dialect): unknown {
  try {
    return decoded(value, dialect);
  } catch (cause) {
    if (cause instanceof RangeError) throw new UnprintableValue('decode', `RangeError: ${cause.message}`);
    throw cause;
  }
}

function decoded(value: Value, dialect: Dialect): unknown {
  const { traits } = dialect;
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
      return [...value.items.map((item) => decoded(item, dialect)), ...unseenItems(value.cut)];
    case 'object':
      return revive(plain(value.entries, dialect), dialect);
    case 'ref':
      return decodeRef(value, dialect);
    case 'ts':
      return reviveTime(value.text, dialect);
    case 'date':
      return new DateSpecial(value.text);
    case 'uuid':
      return { '@uuid': value.text };
    case 'bytes':
      return traits.decodesBytes
        ? new BytesSpecial(value.value)
        : { '@bytes': Buffer.from(value.value).toString('base64') };
    case 'set':
      return new SetSpecial(revive(plain(value.entries, dialect), dialect));
    case 'query': {
      const body = decodeJson(value.body, dialect);
      return traits.decodesQueries ? new QuerySpecial(body) : { '@query': body };
    }
    case 'opaque':
      return decodeOpaque(value);
    case 'oneOf':
      return decoded(value.options[0] ?? { kind: 'unsaid', why: '' }, dialect);
    case 'unsaid':
      return unseen(value.why);
  }
}

/** Something in the place of items that were only counted. */
function unseenItems(count = 0): readonly number[] {
  if (count > MOST_CUT) throw new UnprintableValue('decode', 'RangeError: Invalid array length');
  return Array.from({ length: count }, () => 0);
}

function plain(entries: readonly Entry[], dialect: Dialect): object {
  return inOrder(Object.fromEntries(entries), (value) => decoded(value, dialect));
}

/** JSON as the driver decodes it: what is tagged in it is made a value. */
export function decodeJson(json: Json, dialect: Dialect): unknown {
  if (json instanceof JsonNumber) return Number(json.text);
  if (json instanceof JsonObject)
    return revive(
      inOrder(Object.fromEntries(json.members), (value) => decodeJson(value, dialect)),
      dialect,
    );
  if (json === null || typeof json !== 'object') return json;
  return json.map((item) => decodeJson(item, dialect));
}

/** Members are decoded in the order in which JavaScript keeps them, each key once: so they fail in that order. */
function inOrder<T>(members: Readonly<Record<string, T>>, make: (value: T) => unknown): object {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, make(value)]));
}
