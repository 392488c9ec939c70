import {
  build,
  fromWire,
  type Entry,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../../../value/index.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import { doubleText, type DoubleStyle } from '../double-text.ts';
import { hexText, timeText, unknownTag } from '../print.ts';

/** `List<string>.Sort()` compares by culture: with ICU the invariant one is the root collation. */
const COLLATION = new Intl.Collator('und', { sensitivity: 'variant' });

/** Keys in the order of the driver (`DictionaryExtension.Debug`). */
export function sorted(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted(([left], [right]) => COLLATION.compare(left, right));
}

/**
 * Models `Value.ToString()` of the development branch. Objects whose order says nothing print as they stand: they were
 * sorted before, by whatever collation the machine has.
 * @throws UnprintableValue for a time outside the years 1 to 9999.
 * @throws TypeError for a part that says nothing at all.
 */
export function printDev(value: Value, style: DoubleStyle): string {
  const print = (inner: Value): string => printDev(inner, style);
  const members = (entries: readonly Entry[]): string =>
    `{${entries.map(([key, inner]) => `"${wellFormed(key)}": ${print(inner)}`).join(', ')}}`;
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
    case 'long':
      return String(value.value);
    case 'double':
    case 'number':
      return doubleText(value.value, style);
    case 'string':
      return `"${wellFormed(value.value).replaceAll('"', '\\"')}"`;
    case 'bytes':
      return `Bytes(${hexText(value.value)})`;
    case 'array':
      return `[${value.items.map(print).join(', ')}]`;
    case 'object':
      return members(value.ordered === false ? value.entries : sorted(value.entries));
    case 'ref':
      return refText(value);
    case 'ts':
      return `Time("${timeText(value.text)}")`;
    case 'date':
      return `Date("${value.text}")`;
    case 'uuid':
      return print(unknownTag('@uuid', build.str(value.text)));
    case 'set':
      return `SetRef(${members(sorted(value.entries))})`;
    case 'query':
      return `Query(${print(fromWire(value.body))})`;
    case 'opaque':
      return `${value.of === 'set' ? 'SetRef' : 'Query'}(${value.text})`;
    case 'oneOf': {
      const [first] = value.options;
      if (first !== undefined) return print(first);
      throw new TypeError('No option to print.');
    }
    case 'unsaid':
      throw new TypeError(`A value that says nothing (${value.why}) has no print.`);
  }
}

function refText(ref: RefValue | UnsaidValue): string {
  if (ref.kind === 'unsaid' || typeof ref.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no print.');
  const collection = ref.collection === undefined ? '' : `, collection=${refText(ref.collection)}`;
  const database = ref.database === undefined ? '' : `, database=${refText(ref.database)}`;
  return `Ref(id="${wellFormed(ref.id)}"${collection}${database})`;
}
