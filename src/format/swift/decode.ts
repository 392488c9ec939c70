import { build, fromWire, instant, type Entry, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { integerOf, isInt } from './numbers.ts';
import type { SwiftTraits } from './traits.ts';

/** What is tagged on the wire and not decoded by early releases: an object of the tag. */
export function undecoded(value: Value, { bytes, query }: SwiftTraits): Value | undefined {
  if (value.kind === 'bytes' && !bytes)
    return build.obj([['@bytes', build.str(Buffer.from(value.value).toString('base64'))]]);
  if (value.kind === 'query' && !query) return build.obj([['@query', fromWire(value.body)]]);
  if (value.kind === 'uuid') return build.obj([['@uuid', build.str(value.text)]]);
  return undefined;
}

/**
 * A value as the Swift driver decodes it (`JSON.swift`): integral doubles as integers, early releases bytes and queries as
 * objects. Contents of `@obj` are safe from tags.
 * @throws UnprintableValue for what it cannot decode, and for integers beyond 64 bits, of which it depends on the processor
 * what becomes of them.
 */
export function decode(value: Value, traits: SwiftTraits): Value {
  const inner = (item: Value): Value => decode(item, traits);
  switch (value.kind) {
    case 'long':
      return build.long(int(value.value));
    case 'double': {
      if (!Number.isFinite(value.value)) throw refused('Number wound up as NaN');
      const integer = integerOf(value.value);
      return integer === undefined ? value : build.long(int(integer));
    }
    case 'string':
      return build.str(paired(value.value));
    case 'ts':
      if (/^\d{4}-.*Z$/.test(value.text) && instant(value.text) !== undefined) return value;
      throw refused(`Invalid date "${value.text}"`);
    case 'date':
      if (/^\d{4}-/.test(value.text)) return value;
      throw refused(`Invalid date "${value.text}"`);
    case 'array':
      return { ...value, items: value.items.map(inner) };
    case 'object':
    case 'set':
      return { ...value, entries: value.entries.map(([key, item]): Entry => [paired(key), inner(item)]) };
    case 'oneOf': {
      const [first] = value.options;
      return first === undefined ? value : inner(first);
    }
    case 'bytes':
    case 'query':
    case 'uuid': {
      const object = undecoded(value, traits);
      return object === undefined ? value : inner(object);
    }
    default:
      return value;
  }
}

function int(value: bigint): bigint {
  if (isInt(value)) return value;
  throw new UnprintableValue('decode', `${value} is no Int`);
}

/** Foundation refuses escapes of lone surrogates. */
function paired(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw refused('Unable to convert hex escape sequence');
  return text;
}

function refused(like: string): UnprintableValue {
  return new UnprintableValue('decode', like);
}
