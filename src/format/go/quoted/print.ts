import { writeJson, type Entry, type RefValue, type UnsaidValue, type Value } from '../../../value/index.ts';
import { ownEntries } from '../../shared/own-entries.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import { byBytes } from '../words.ts';
import { UNWRAPPED } from './object.ts';
import { quotedDouble } from './numbers.ts';
import { goQuote } from './quote.ts';
import { lostText, rawByte } from './raw-bytes.ts';
import { quotedTime } from './time.ts';
import type { QuotedTraits } from './traits.ts';

/**
 * Models the `String` methods of `faunadb/values.go` (v2.12.1, v3.0.0) for a decoded value, keys in the order of their bytes.
 * @throws TypeError for a part that says nothing at all.
 */
export function printQuoted(value: Value, traits: QuotedTraits): string {
  const inner = (item: Value): string => printQuoted(item, traits);
  switch (value.kind) {
    case 'null':
      return 'nil';
    case 'boolean':
      return String(value.value);
    case 'long':
      return value.value.toString();
    case 'double':
    case 'number':
      return quotedDouble(value.value, traits);
    case 'string':
      return goQuote(wellFormed(value.value));
    case 'bytes':
      return `BytesV{${Array.from(value.value, rawByte).join(', ')}}`;
    case 'array':
      return `Arr{${value.items.map(inner).join(', ')}}`;
    case 'object':
      return objectText(value.entries, traits);
    case 'ref':
      return refText(value);
    case 'ts':
      return `TimeV("${quotedTime(value.text)}")`;
    case 'date':
      return `DateV("${value.text}")`;
    case 'uuid':
      // No driver decodes `@uuid`: it stays an object of one entry (seen v3.0.0).
      return `Obj{"@uuid": ${goQuote(value.text)}}`;
    case 'set':
      // `strings.Replace(params, "Obj", "map[string]Value", 1)`, whatever the first "Obj" is.
      return `SetRefV{ Parameters: ${objectText(value.entries, traits).replace('Obj', 'map[string]Value')} }`;
    case 'query':
      return `QueryV{${writeJson(value.body)}}`;
    case 'oneOf': {
      const [first] = value.options;
      if (first !== undefined) return inner(first);
      throw new TypeError('No option to print.');
    }
    case 'unsaid': {
      const printed = lostText(value);
      if (printed !== undefined) return printed;
      throw new TypeError(`A value that is not wholly known (${value.kind}) has no print.`);
    }
    case 'opaque':
      throw new TypeError(`A value that is not wholly known (${value.kind}) has no print.`);
  }
}

function objectText(list: readonly Entry[], traits: QuotedTraits): string {
  const own = ownEntries(list).map(([key, item]) => [wellFormed(key), item] as const);
  const [first] = own;
  if (own.length === 1 && first?.[0] === UNWRAPPED) return printQuoted(first[1], traits);
  const entries = own
    .sort(([left], [right]) => byBytes(left, right))
    .map(([key, item]) => `${goQuote(key)}: ${printQuoted(item, traits)}`);
  return `Obj{${entries.join(', ')}}`;
}

/** Without an id there is no comma before the collection, without a collection none before the database. */
function refText(ref: RefValue | UnsaidValue): string {
  if (ref.kind === 'unsaid' || typeof ref.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no print.');
  const id = ref.id === '' ? '' : `ID: ${goQuote(wellFormed(ref.id))}`;
  const collection =
    ref.collection === undefined ? '' : `${id === '' ? '' : ', '}Collection: &${refText(ref.collection)}`;
  const database =
    ref.database === undefined ? '' : `${collection === '' ? '' : ', '}Database: &${refText(ref.database)}`;
  return `RefV{${id}${collection}${database}}`;
}
