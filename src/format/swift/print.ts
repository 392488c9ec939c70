import type { Entry, RefValue, UnsaidValue, Value } from '../../value/index.ts';
import { ownEntries } from '../shared/own-entries.ts';
import { pathOf } from '../shared/path-ref.ts';
import { doubleText } from './numbers.ts';
import { bodyText } from './query.ts';
import { quote } from './strings.ts';
import { dateText, timeText } from './times.ts';
import type { SwiftTraits } from './traits.ts';

/**
 * Models `description` of a decoded value (`Value.swift`); dictionaries in the order that they came in, which is one of those
 * that Swift may choose.
 * @throws TypeError for a part that says nothing at all.
 */
export function describe(value: Value, traits: SwiftTraits): string {
  const inner = (item: Value): string => describe(item, traits);
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
    case 'long':
      return String(value.value);
    case 'double':
    case 'number':
      return doubleText(value.value);
    case 'string':
      return value.value;
    case 'bytes':
      return `"${Buffer.from(value.value).toString('base64')}"`;
    case 'array':
      return `[${value.items.map(inner).join(', ')}]`;
    case 'object':
    case 'set':
      return dictionary(value.entries, inner);
    case 'ref':
      return traits.ref === 'path' ? pathOf(value) : refText(value);
    case 'ts':
      return timeText(value.text);
    case 'date':
      return dateText(value.text);
    case 'query':
      return `QueryV(${bodyText(value.body)})`;
    case 'oneOf': {
      const [first] = value.options;
      if (first !== undefined) return inner(first);
      throw new TypeError('No option to print.');
    }
    case 'uuid':
    case 'opaque':
    case 'unsaid':
      throw new TypeError(`A value that is not wholly known or decoded (${value.kind}) has no print.`);
  }
}

function dictionary(entries: readonly Entry[], inner: (item: Value) => string): string {
  const own = ownEntries(entries).map(([key, item]) => `${quote(key)}: ${inner(item)}`);
  return `[${own.join(', ') || ':'}]`;
}

function refText(ref: RefValue | UnsaidValue): string {
  if (ref.kind === 'unsaid' || typeof ref.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no print.');
  const collection = ref.collection === undefined ? '' : `, class=${refText(ref.collection)}`;
  const database = ref.database === undefined ? '' : `, database=${refText(ref.database)}`;
  return `RefV(id=${ref.id}${collection}${database})`;
}
