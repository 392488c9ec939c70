import { build, toWire, type Entry, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { likeliest, options } from '../shared/options.ts';
import { decode } from './decode.ts';
import type { RubyTraits } from './traits.ts';

/** What `p` leaves of a value: all of it, but what the driver decodes otherwise. */
export function project(value: Value, traits: RubyTraits): Value {
  try {
    return objectsOfTags(decode(value, traits), traits);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return build.unsaid(`not decoded: ${cause.message}`);
    if (cause instanceof RangeError) return build.unsaid('nested too deep');
    throw cause;
  }
}

/** A hash of one key whose tag the release does not know is also what the tag means. */
export function objectsOfTags(value: Value, traits: RubyTraits): Value {
  const inner = (one: Value): Value => objectsOfTags(one, traits);
  const entries = (list: readonly Entry[]): Entry[] => list.map(([key, one]) => [key, inner(one)]);
  switch (value.kind) {
    case 'array':
      return build.arr(value.items.map(inner));
    case 'set':
      return build.set(entries(value.entries));
    case 'object':
      return tagged(build.obj(entries(value.entries)), traits);
    default:
      return value;
  }
}

function tagged(object: Value & { readonly kind: 'object' }, traits: RubyTraits): Value {
  const [[tag, content] = [], ...others] = object.entries;
  if (content === undefined || others.length > 0) return object;
  const inner = likeliest(content);
  if (tag === '@uuid' && inner.kind === 'string') return options([object, build.uuid(inner.value)]);
  if (tag === '@bytes' && inner.kind === 'string' && !traits.bytes) {
    const bytes = Buffer.from(inner.value, 'base64');
    return bytes.toString('base64') === inner.value ? options([object, build.bytes(bytes)]) : object;
  }
  if (tag === '@query' && inner.kind === 'object' && !traits.query)
    return options([object, build.query(toWire(inner, traits.generation))]);
  return object;
}
