import { build, epochDay, instant, type Entry, type ObjectValue, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { decodeTokens, hasEmptyFirstKey } from './decode-tokens.ts';

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
  return hasEmptyFirstKey(value) ? decodeTokens(value, decodeKnown) : decodeKnown(value);
}

function decodeKnown(value: Value): Value {
  switch (value.kind) {
    case 'long':
      if (value.value >= LONG_MIN && value.value <= LONG_MAX) return value;
      throw refused(`strconv.ParseInt: parsing "${value.value}": value out of range`);
    case 'double':
      if (Number.isFinite(value.value)) return value;
      throw refused(`strconv.ParseFloat: parsing "${value.value}": value out of range`);
    case 'ts':
    case 'date':
      if (/^\d{4}-/.test(value.text) && isReadable(value)) return value;
      throw refused(`parsing time ${JSON.stringify(value.text)} as "2006-01-02": cannot parse`);
    case 'array':
      return build.arr(value.items.map(decodeKnown));
    case 'set':
      return build.set(value.entries.map(decodeEntry));
    case 'object':
      return decodeObject(value);
    case 'oneOf': {
      const [first] = value.options;
      return first === undefined ? value : decodeKnown(first);
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

/**
 * `@obj` around an object does not protect it: its content is looked at for tags again, but only at its first key. An
 * object without an order (a parsed one) may have had any of its keys there.
 */
function decodeObject(value: ObjectValue): Value {
  const [first, ...others] = value.entries;
  if (first !== undefined && (value.ordered !== false || others.length === 0)) {
    const [key, content] = first;
    if (key === '@obj') {
      if (others.length === 0 && content.kind === 'object') return decodeKnown(content);
      throw refused('Expected a single object but got something else in @obj');
    }
    if (TAGS.has(key)) throw refused('Expected a single object or the end of one');
  }
  return { ...value, entries: value.entries.map(decodeEntry) };
}

function decodeEntry([key, value]: Entry): Entry {
  return [key, decodeKnown(value)];
}

function isReadable(value: Value & { readonly kind: 'ts' | 'date' }): boolean {
  return (value.kind === 'ts' ? instant(value.text) : epochDay(value.text)) !== undefined;
}

function refused(like: string): UnprintableValue {
  return new UnprintableValue('decode', like);
}
