import { JsonObject, fromWire, type Entry, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { hasOwnKeys } from '../shared/direct/own-keys.ts';
import type { Culture } from './culture.ts';
import type { Traits } from './traits.ts';

/** What of a format's traits decides what it can decode. */
export type DecodeTraits = Pick<Traits, 'tags' | 'query' | 'culture'>;

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/**
 * Throws where the C# driver fails while decoding (4.2.0, spec 10.c.1 and 10.c.1.a): integers beyond 64 bits, a key that
 * occurs twice, a user's own key that is a tag and comes first (spec section 17 item 2), dates outside the years 1 to
 * 9999, and in the releases that decode queries those that are no object.
 * @throws UnprintableValue
 */
export function refuseUndecodable(value: Value, traits: DecodeTraits): void {
  switch (value.kind) {
    case 'long':
      if (value.value < LONG_MIN || value.value > LONG_MAX)
        throw new UnprintableValue('decode', 'System.InvalidCastException');
      return;
    case 'date':
      if (!/^(?!0000)\d{4}-/.test(value.text))
        throw new UnprintableValue(
          'decode',
          `System.FormatException: String '${value.text}' was not recognized`,
        );
      return;
    case 'ts':
      if (!traits.culture.readsTimes)
        throw new UnprintableValue(
          'decode',
          `System.FormatException: String '${value.text}' was not recognized as a valid DateTime.`,
        );
      return;
    case 'query':
      if (traits.query !== 'tag' && !(value.body instanceof JsonObject))
        throw new UnprintableValue('decode', 'FaunaDB.Errors.UnknowException: Expected StartObject');
      return refuseUndecodable(fromWire(value.body), traits);
    case 'array':
      return value.items.forEach((item) => refuseUndecodable(item, traits));
    case 'set':
      return refuseEntries(value.entries, traits);
    case 'object':
      return refuseEntries(value.entries, traits, value.ordered === false);
    case 'oneOf':
      return value.options.slice(0, 1).forEach((option) => refuseUndecodable(option, traits));
    case 'null':
    case 'boolean':
    case 'double':
    case 'number':
    case 'string':
    case 'bytes':
    case 'ref':
    case 'uuid':
    case 'opaque':
    case 'unsaid':
      return;
  }
}

/**
 * Whether a value that was read directly from a text may be one that the driver could not have decoded. Direct reading itself
 * refuses keys that occur twice and integers beyond 64 bits, and says of queries and sets only their text.
 */
export function isPuzzling(text: string, { tags, culture }: DecodeTraits): boolean {
  return !culture.readsTimes || (tags.size > 0 && text.includes(TAGGED)) || text.includes(yearZero(culture));
}

/** An object whose first key may be a tag. */
const TAGGED = 'ObjectV(@';

/** The year that no date has, with what stands next to it in dates. */
function yearZero({ midnight, yearsAhead }: Culture): string {
  const at = midnight.indexOf('yyyy');
  const before = at === 0 ? 'FaunaDate(' : midnight.charAt(at - 1);
  return before + String(yearsAhead).padStart(4, '0') + midnight.charAt(at + 4);
}

/** Whether the driver could have decoded a value. */
export function isDecodable(value: Value, traits: DecodeTraits): boolean {
  try {
    refuseUndecodable(value, traits);
    return true;
  } catch (cause) {
    if (cause instanceof UnprintableValue) return false;
    throw cause;
  }
}

function refuseEntries(entries: readonly Entry[], traits: DecodeTraits, anyOrder = false): void {
  // Where the order is not known, any key may have come first.
  const untagged = anyOrder ? entries.find(([key]) => !traits.tags.has(key)) : undefined;
  const first = (untagged ?? entries[0])?.[0];
  if (first !== undefined && traits.tags.has(first))
    throw new UnprintableValue('decode', `FaunaDB.Errors.UnknowException: unexpected content of ${first}`);
  if (!hasOwnKeys(entries))
    throw new UnprintableValue(
      'decode',
      `System.ArgumentException: An item with the same key has already been added. Key: ${keyTwice(entries)}`,
    );
  for (const [, value] of entries) refuseUndecodable(value, traits);
}

function keyTwice(entries: readonly Entry[]): string {
  const seen = new Set<string>();
  return entries.find(([key]) => seen.size === seen.add(key).size)?.[0] ?? '';
}
