import {
  epochDay,
  instant,
  toTagged,
  writeJson,
  type Entry,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { decodeTokens } from './decode-tokens.ts';

/** Members that make the decoder take an object for something else, when they come first (`faunadb/json.go`). */
const TAGS = new Set(['', '@obj', '@ref', '@set', '@date', '@ts', '@bytes', '@query']);
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** Where releases decode otherwise than others. */
export interface DecodeTraits {
  readonly generation: 'paths' | 'classes' | 'collections';
  /** See `WordTraits`. */
  readonly queryEndsTwice: boolean;
}

/**
 * A value as the Go driver decodes it from the wire (`faunadb/json.go`).
 * @throws UnprintableValue where it fails: a user's own key that is a tag or empty and comes first, integers and doubles out
 * of range, years that have not four digits, refs with a database in v1.0.0.
 */
export function decode(value: Value, traits: DecodeTraits): Value {
  const decodeOne = (one: Value): Value => decodeLeaf(one, traits);
  return isPuzzling(value, traits)
    ? decodeTokens(value, traits.queryEndsTwice, decodeOne)
    : decodeEach(value, decodeOne);
}

/** Whether decoding gives this very value. */
export function isDecodedFaithfully(value: Value, traits: DecodeTraits): boolean {
  if (!isPuzzling(value, traits)) return true;
  try {
    const decoded = decodeTokens(value, traits.queryEndsTwice, (one) => one);
    return written(sameOrder(decoded)) === written(sameOrder(value));
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    return false;
  }
}

/**
 * Whether it takes the driver's own parser to tell what becomes of a value: an object inside has a first key that it takes for
 * something else (without an order any key may be the first), or there is a query whose end it takes twice.
 */
export function isPuzzling(value: Value, traits: DecodeTraits): boolean {
  switch (value.kind) {
    case 'query':
      return traits.queryEndsTwice;
    case 'array':
      for (const item of value.items) if (isPuzzling(item, traits)) return true;
      return false;
    case 'object':
    case 'set': {
      const { entries } = value;
      const unordered = value.kind === 'object' && value.ordered === false && entries.length > 1;
      const first = entries[0]?.[0];
      if (first !== undefined && !unordered && TAGS.has(first)) return true;
      for (const entry of entries) if (isPuzzling(entry[1], traits)) return true;
      return false;
    }
    default:
      return false;
  }
}

function decodeEach(value: Value, decodeOne: (value: Value) => Value): Value {
  const inner = (item: Value): Value => decodeEach(item, decodeOne);
  switch (value.kind) {
    case 'array':
      return { ...value, items: value.items.map(inner) };
    case 'object':
    case 'set':
      return { ...value, entries: value.entries.map(([key, item]): Entry => [key, inner(item)]) };
    case 'oneOf': {
      const [first] = value.options;
      return first === undefined ? value : inner(first);
    }
    default:
      return decodeOne(value);
  }
}

function decodeLeaf(value: Value, traits: DecodeTraits): Value {
  switch (value.kind) {
    case 'long':
      if (value.value >= LONG_MIN && value.value <= LONG_MAX) return value;
      throw refused(`strconv.ParseInt: parsing "${value.value}": value out of range`);
    case 'double':
      // How the wire spelled it is not known any more.
      if (Number.isFinite(value.value)) return value;
      throw refused(': value out of range');
    case 'ts':
    case 'date':
      if (/^\d{4}-/.test(value.text) && isReadable(value)) return value;
      throw refused(`parsing time "${value.text}" as "${value.kind === 'ts' ? TIME : DAY}": cannot parse`);
    case 'ref':
      if (traits.generation !== 'paths' || !hasDatabase(value)) return value;
      // Only a path is read there; a ref with a database has none.
      throw refused(`Expected a string but got ${'{'.charCodeAt(0)}`);
    case 'oneOf': {
      const [first] = value.options;
      return first === undefined ? value : decodeLeaf(first, traits);
    }
    default:
      return value;
  }
}

const DAY = '2006-01-02';
const TIME = '2006-01-02T15:04:05.999999999Z';

function hasDatabase(ref: RefValue | UnsaidValue): boolean {
  if (ref.kind === 'unsaid') return false;
  return ref.database?.kind === 'ref' || (ref.collection !== undefined && hasDatabase(ref.collection));
}

function isReadable(value: Value & { readonly kind: 'ts' | 'date' }): boolean {
  return (value.kind === 'ts' ? instant(value.text) : epochDay(value.text)) !== undefined;
}

/** Objects as ordered ones, so that two of them are written alike when they have the same entries in the same places. */
function sameOrder(value: Value): Value {
  switch (value.kind) {
    case 'array':
      return { ...value, items: value.items.map(sameOrder) };
    case 'object':
    case 'set': {
      const entries = value.entries.map(([key, item]): Entry => [key, sameOrder(item)]);
      entries.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
      return { kind: value.kind, entries };
    }
    default:
      return value;
  }
}

function written(value: Value): string {
  return writeJson(toTagged(value));
}

function refused(like: string): UnprintableValue {
  return new UnprintableValue('decode', like);
}
