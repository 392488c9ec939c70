import { fromWire, type Entry, type RefValue, type UnsaidValue, type Value } from '../../value/index.ts';
import { pathOf } from '../shared/path-ref.ts';
import { hashKey, inspectBytes, inspectString, inspectSymbol } from './inspect-text.ts';
import { rubyFloat } from './ruby-float.ts';
import { rubyDate, rubyTime } from './time.ts';
import type { RubyTraits } from './traits.ts';

/** What stands for the address of an object. */
export const ADDRESS = '0x0000000000000000';

/** `inspect` of a decoded value: what `p` writes, and what stands inside a hash or array. */
export function inspect(value: Value, traits: RubyTraits): string {
  const inner = (one: Value): string => inspect(one, traits);
  const pair = ([key, one]: Entry): string =>
    traits.newHash ? `${hashKey(key)}${inner(one)}` : `${inspectSymbol(key)}=>${inner(one)}`;
  const hash = (entries: readonly Entry[]): string => `{${entries.map(pair).join(', ')}}`;
  const object = (name: string, members: string): string => `#<Fauna::${name}:${ADDRESS} ${members}>`;
  switch (value.kind) {
    case 'null':
      return 'nil';
    case 'boolean':
      return String(value.value);
    case 'long':
      return value.value.toString();
    case 'double':
    case 'number':
      return rubyFloat(value.value);
    case 'string':
      return inspectString(value.value);
    case 'bytes':
      return object('Bytes', `@bytes=${inspectBytes(value.value)}`);
    case 'array':
      return `[${value.items.map(inner).join(', ')}]`;
    case 'object':
      return hash(value.entries);
    case 'set':
      return object('SetRef', `@value=${hash(value.entries)}`);
    case 'query':
      return object('QueryV', `@value=${inner(fromWire(value.body))}`);
    case 'ref':
      return object(
        'Ref',
        traits.ref === 'path' ? `@value=${inspectString(pathOf(value))}` : refMembers(value, inner),
      );
    case 'ts':
      return rubyTime(value.text);
    case 'date':
      return rubyDate(value.text);
    case 'oneOf': {
      const [first] = value.options;
      if (first !== undefined) return inner(first);
      throw new TypeError('No option to print.');
    }
    case 'uuid':
    case 'opaque':
    case 'unsaid':
      throw new TypeError(`A value of kind ${value.kind} is never decoded.`);
  }
}

function refMembers(ref: RefValue, inner: (ref: Value) => string): string {
  if (typeof ref.id !== 'string') throw new TypeError('A ref that is not wholly known has no print.');
  const part = (name: string, of: RefValue | UnsaidValue | undefined): string =>
    of === undefined ? '' : `, @${name}=${inner(of)}`;
  return `@id=${inspectString(ref.id)}${part('class_', ref.collection)}${part('database', ref.database)}`;
}

const ADDRESSES = /(#<Fauna::\w+:)0x[\da-f]+/g;

/** The text with the addresses of objects replaced by zeros, outside quoted strings. */
export function maskAddresses(text: string): string {
  if (!text.includes('#<Fauna::')) return text;
  let masked = '';
  let start = 0;
  for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', start)) {
    const end = endOfString(text, quote);
    // What begins behind a quote that nothing closes is no string, and nothing closes a later one either.
    if (end === undefined) break;
    masked += zeroed(text.slice(start, quote)) + text.slice(quote, end);
    start = end;
  }
  return masked + zeroed(text.slice(start));
}

function zeroed(text: string): string {
  return text.replace(ADDRESSES, `$1${ADDRESS}`);
}

const CLOSING = /["\\]/g;

/** The place behind a string that begins with the quote at `quote`; `undefined`: it has no end. */
function endOfString(text: string, quote: number): number | undefined {
  CLOSING.lastIndex = quote + 1;
  for (let match = CLOSING.exec(text); match !== null; match = CLOSING.exec(text)) {
    if (match[0] === '"') return CLOSING.lastIndex;
    CLOSING.lastIndex += 1;
  }
  return undefined;
}
