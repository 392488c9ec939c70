import {
  build,
  fromWire,
  type Entry,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../../value/index.ts';
import { isOddSet } from './hook.ts';
import { oddRef, pathText } from './path.ts';
import { reprBytes } from './repr-bytes.ts';
import { reprFloat } from './repr-float.ts';
import { reprString, reprString2 } from './repr-string.ts';
import type { Traits } from './traits.ts';

/** Python's `repr` of what the driver decoded (faunadb 4.5.2, faunadb/objects.py), on one line. */
export function repr(value: Value, traits: Traits): string {
  const text = traits.isPython2 ? reprString2 : reprString;
  switch (value.kind) {
    case 'null':
      return 'None';
    case 'boolean':
      return value.value ? 'True' : 'False';
    case 'long':
      return value.value.toString() + (traits.isPython2 && isWide(value.value) ? 'L' : '');
    case 'double':
    case 'number':
      return reprFloat(value.value);
    case 'string':
      return text(value.value);
    case 'bytes':
      return traits.unknownTags.has('@bytes')
        ? reprDict([['@bytes', build.str(Buffer.from(value.value).toString('base64'))]], traits)
        : `bytearray(${reprBytes(value.value)})`;
    case 'array':
      return `[${value.items.map((item) => repr(item, traits)).join(', ')}]`;
    case 'object':
      return reprObject(value.entries, traits);
    case 'ref':
      return traits.refs === 'path' ? `Ref(${text(pathText(value))})` : reprRef(value, traits.refs);
    case 'ts':
      return `FaunaTime(${text(value.text)})`;
    case 'date':
      return `datetime.date(${value.text.split('-').map(Number).join(', ')})`;
    case 'uuid':
      return reprDict([['@uuid', build.str(value.text)]], traits);
    case 'set':
      return `SetRef(${reprDict(value.entries.map(withRawEvents), traits)})`;
    case 'query':
      // Decoding has left nothing in the body that does not have its tag's shape.
      return traits.unknownTags.has('@query')
        ? reprDict([['@query', fromWire(value.body)]], traits)
        : `Query(${repr(fromWire(value.body), traits)})`;
    case 'opaque':
      return value.text;
    case 'oneOf':
      return value.options[0] === undefined ? '' : repr(value.options[0], traits);
    case 'unsaid':
      throw new TypeError(`A value that is not known (${value.why}) has no print.`);
  }
}

function reprObject(entries: readonly Entry[], traits: Traits): string {
  const path = traits.refs === 'path' ? oddRef(entries) : undefined;
  if (path !== undefined) return `Ref(${repr(build.str(path), traits)})`;
  if (isOddSet(entries)) return `SetRef(${entries.map(([, content]) => repr(content, traits)).join('')})`;
  return reprDict(entries, traits);
}

/** Whether Python 2 keeps an integer as its `long`, where the platform's C `long` has 64 bits. */
function isWide(value: bigint): boolean {
  return BigInt.asIntN(64, value) !== value;
}

/** Ids are written without quotes, and nothing in them is escaped. */
function reprRef(ref: RefValue | UnsaidValue, container: 'class' | 'collection'): string {
  if (ref.kind === 'unsaid' || typeof ref.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no print.');
  const collection =
    ref.collection === undefined ? '' : `, ${container}=${reprRef(ref.collection, container)}`;
  const database = ref.database === undefined ? '' : `, database=${reprRef(ref.database, container)}`;
  return `Ref(id=${ref.id}${collection}${database})`;
}

function reprDict(entries: readonly Entry[], traits: Traits): string {
  const text = traits.isPython2 ? reprString2 : reprString;
  return `{${entries.map(([key, value]) => `${text(key)}: ${repr(value, traits)}`).join(', ')}}`;
}

/** The database writes the set inside `events` without its tag (spec 3.c), so the driver has a dictionary there. */
function withRawEvents([key, value]: Entry): Entry {
  return key === 'events' && value.kind === 'set'
    ? [key, { kind: 'object', entries: value.entries.map(withRawEvents) }]
    : [key, value];
}
