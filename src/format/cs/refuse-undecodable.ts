import type { Entry, Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';

/** Members that make the decoder take an object for something else, when they come first (spec section 17 item 2). */
const TAGS = new Set(['@ref', '@set', '@date', '@ts', '@bytes', '@query', '@obj']);
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/**
 * Throws where the C# driver fails while decoding (4.2.0, spec 10.c.1 and 10.c.1.a): integers beyond 64 bits, a key that
 * occurs twice, a user's own key that is a tag and comes first, dates outside the years 1 to 9999.
 * @throws UnprintableValue
 */
export function refuseUndecodable(value: Value): void {
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
    case 'array':
      return value.items.forEach(refuseUndecodable);
    case 'object':
    case 'set':
      return refuseEntries(value.entries);
    case 'oneOf':
      return value.options.slice(0, 1).forEach(refuseUndecodable);
    case 'null':
    case 'boolean':
    case 'double':
    case 'number':
    case 'string':
    case 'bytes':
    case 'ref':
    case 'ts':
    case 'uuid':
    case 'query':
    case 'opaque':
    case 'unsaid':
      return;
  }
}

function refuseEntries(entries: readonly Entry[]): void {
  const keys = entries.map(([key]) => key);
  const [first] = keys;
  if (first !== undefined && TAGS.has(first))
    throw new UnprintableValue('decode', `FaunaDB.Errors.UnknowException: unexpected content of ${first}`);
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined)
    throw new UnprintableValue(
      'decode',
      `System.ArgumentException: An item with the same key has already been added. Key: ${twice}`,
    );
  for (const [, value] of entries) refuseUndecodable(value);
}
