import { writeJson, type Entry, type RefValue, type Value } from '../../value/index.ts';
import { ownEntries } from '../shared/own-entries.ts';
import { wellFormed } from '../shared/well-formed.ts';
import { doubleText } from './double-text.ts';
import { ADDRESS } from './mask.ts';
import { timeText } from './time.ts';
import { byBytes } from './words.ts';

/**
 * Models `fmt.Println` of a decoded value, addresses as `mask` writes them. Of alternatives, which all print alike, it
 * prints the first.
 * @throws TypeError for a part that says nothing at all.
 */
export function printDecoded(value: Value): string {
  // Natives are pointers: Go shows what one points at only at the top (spec 6.c.1).
  if (value.kind === 'ref' && isNative(value) && typeof value.id === 'string')
    return `&{${wellFormed(value.id)} <nil> <nil> <nil>}`;
  return inside(value);
}

function inside(value: Value): string {
  switch (value.kind) {
    case 'null':
      return '{}';
    case 'boolean':
      return String(value.value);
    case 'long':
      return value.value.toString();
    case 'double':
    case 'number':
      return doubleText(value.value);
    case 'string':
      return wellFormed(value.value);
    case 'bytes':
      return `[${value.value.join(' ')}]`;
    case 'array':
      return `[${value.items.map(inside).join(' ')}]`;
    case 'object':
      return mapText(value.entries);
    case 'ref':
      return refText(value);
    case 'ts':
    case 'date':
      return timeText(value);
    case 'uuid':
      // No driver decodes `@uuid`: it stays a map of one entry (seen v4.3.1).
      return `map[@uuid:${value.text}]`;
    case 'set':
      return `{${mapText(value.entries)}}`;
    case 'query':
      return `{[${[...Buffer.from(writeJson(value.body), 'utf8')].join(' ')}]}`;
    case 'oneOf': {
      const [first] = value.options;
      if (first !== undefined) return inside(first);
      throw new TypeError('No option to print.');
    }
    case 'opaque':
    case 'unsaid':
      throw new TypeError(`A value that is not wholly known (${value.kind}) has no print.`);
  }
}

function mapText(entries: readonly Entry[]): string {
  const sorted = ownEntries(entries)
    .map(([key, value]) => [wellFormed(key), value] as const)
    .sort(([left], [right]) => byBytes(left, right));
  return `map[${sorted.map(([key, value]) => `${key}:${inside(value)}`).join(' ')}]`;
}

function refText(ref: RefValue): string {
  if (isNative(ref) || typeof ref.id !== 'string') return ADDRESS;
  const collection = ref.collection === undefined ? '<nil>' : ADDRESS;
  const database = ref.database === undefined ? '<nil>' : ADDRESS;
  return `{${wellFormed(ref.id)} ${collection} ${collection} ${database}}`;
}

function isNative(ref: RefValue): boolean {
  return ref.collection === undefined && ref.database === undefined;
}
