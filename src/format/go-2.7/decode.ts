import { build, type Entry, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';

/** Members that make the decoder take an object for something else, when they come first (v4.3.1, `json.go`). */
const TAGS = new Set(['@ref', '@set', '@date', '@ts', '@bytes', '@query']);
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/**
 * A value as the Go driver decodes it from the wire (v4.3.1, `faunadb/json.go`).
 * @throws UnprintableValue where it fails: a user's own key that is a tag or empty and comes first, integers and doubles out
 * of range, years that have not four digits.
 */
export function decode(value: Value): Value {
  switch (value.kind) {
    case 'long':
      if (value.value >= LONG_MIN && value.value <= LONG_MAX) return value;
      throw refused(`strconv.ParseInt: parsing "${value.value}": value out of range`);
    case 'double':
      if (Number.isFinite(value.value)) return value;
      throw refused(`strconv.ParseFloat: parsing "${value.value}": value out of range`);
    case 'ts':
    case 'date':
      if (/^\d{4}-/.test(value.text)) return value;
      throw refused(`parsing time ${JSON.stringify(value.text)} as "2006-01-02": cannot parse`);
    case 'array':
      return build.arr(value.items.map(decode));
    case 'set':
      return build.set(decodeEntries(value.entries));
    case 'object':
      return decodeObject(value.entries);
    case 'oneOf': {
      const [first] = value.options;
      return first === undefined ? value : decode(first);
    }
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'bytes':
    case 'ref':
    case 'uuid':
    case 'query':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

/** `@obj` around an object does not protect it: its content is looked at for tags again. */
function decodeObject(entries: readonly Entry[]): Value {
  const [first, ...others] = entries;
  if (first?.[0] !== '@obj') return build.obj(decodeEntries(entries));
  const [, content] = first;
  if (others.length === 0 && content.kind === 'object') return decode(content);
  throw refused(`Expected a single object but got ${others.length === 0 ? content.kind : 'more members'}`);
}

function decodeEntries(entries: readonly Entry[]): readonly Entry[] {
  const [first] = entries;
  if (first !== undefined && TAGS.has(first[0])) throw refused('Expected a single object or the end of one');
  // An object whose first key is empty is taken for an empty object, and its members for what follows it.
  if (first?.[0] === '') throw refused('Expected a string but got the value of an empty key');
  return entries.map(([key, value]): Entry => [key, decode(value)]);
}

function refused(like: string): UnprintableValue {
  return new UnprintableValue('decode', like);
}
