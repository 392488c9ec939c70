import { writeJson, type Entry, type Value } from '../../value/index.ts';
import { ownEntries } from '../shared/own-entries.ts';
import { wellFormed } from '../shared/well-formed.ts';
import { doubleText } from './double-text.ts';
import { ADDRESS } from './mask.ts';
import { isNative, refStyle } from './ref.ts';
import { timeText } from './time.ts';
import type { WordTraits } from './traits.ts';
import { byBytes } from './words.ts';

/**
 * Models `fmt.Println` of a decoded value, addresses as `mask` writes them. Of alternatives, which all print alike, it
 * prints the first.
 * @throws TypeError for a part that says nothing at all.
 */
export function printDecoded(value: Value, { ref, sorted }: WordTraits): string {
  const refs = refStyle(ref);

  function inside(inner: Value): string {
    switch (inner.kind) {
      case 'null':
        return '{}';
      case 'boolean':
        return String(inner.value);
      case 'long':
        return inner.value.toString();
      case 'double':
      case 'number':
        return doubleText(inner.value);
      case 'string':
        return wellFormed(inner.value);
      case 'bytes':
        return `[${inner.value.join(' ')}]`;
      case 'array':
        return `[${inner.items.map(inside).join(' ')}]`;
      case 'object':
        return mapText(inner.entries);
      case 'ref':
        return refs.nativesAreAddresses && (isNative(inner) || typeof inner.id !== 'string')
          ? ADDRESS
          : refs.text(inner);
      case 'ts':
      case 'date':
        return timeText(inner);
      case 'uuid':
        // No driver decodes `@uuid`: it stays a map of one entry (seen v4.3.1).
        return `map[@uuid:${inner.text}]`;
      case 'set':
        return `{${mapText(inner.entries)}}`;
      case 'query':
        return `{[${[...Buffer.from(writeJson(inner.body), 'utf8')].join(' ')}]}`;
      case 'oneOf': {
        const [first] = inner.options;
        if (first !== undefined) return inside(first);
        throw new TypeError('No option to print.');
      }
      case 'opaque':
      case 'unsaid':
        throw new TypeError(`A value that is not wholly known (${inner.kind}) has no print.`);
    }
  }

  function mapText(entries: readonly Entry[]): string {
    const own = ownEntries(entries).map(([key, item]) => [wellFormed(key), item] as const);
    if (sorted) own.sort(([left], [right]) => byBytes(left, right));
    return `map[${own.map(([key, item]) => `${key}:${inside(item)}`).join(' ')}]`;
  }

  // Natives are pointers: Go shows what one points at only at the top (spec 6.c.1).
  if (
    value.kind === 'ref' &&
    refs.nativeTail !== undefined &&
    isNative(value) &&
    typeof value.id === 'string'
  )
    return `&{${wellFormed(value.id)}${refs.nativeTail}`;
  return inside(value);
}
