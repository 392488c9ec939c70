import { fromWire, type Entry, type RefValue, type UnsaidValue, type Value } from '../../value/index.ts';
import { isOddSet } from './hook.ts';
import { reprBytes } from './repr-bytes.ts';
import { reprFloat } from './repr-float.ts';
import { reprString } from './repr-string.ts';

/** Python's `repr` of what the driver decoded (faunadb 4.5.2, faunadb/objects.py), on one line. */
export function repr(value: Value): string {
  switch (value.kind) {
    case 'null':
      return 'None';
    case 'boolean':
      return value.value ? 'True' : 'False';
    case 'long':
      return value.value.toString();
    case 'double':
    case 'number':
      return reprFloat(value.value);
    case 'string':
      return reprString(value.value);
    case 'bytes':
      return `bytearray(${reprBytes(value.value)})`;
    case 'array':
      return `[${value.items.map(repr).join(', ')}]`;
    case 'object':
      return isOddSet(value.entries)
        ? `SetRef(${value.entries.map(([, content]) => repr(content)).join('')})`
        : reprDict(value.entries);
    case 'ref':
      return reprRef(value);
    case 'ts':
      return `FaunaTime(${reprString(value.text)})`;
    case 'date':
      return `datetime.date(${value.text.split('-').map(Number).join(', ')})`;
    case 'uuid':
      return `{'@uuid': ${reprString(value.text)}}`;
    case 'set':
      return `SetRef(${reprDict(value.entries.map(withRawEvents))})`;
    case 'query':
      // Decoding has left nothing in the body that does not have its tag's shape.
      return `Query(${repr(fromWire(value.body))})`;
    case 'opaque':
      return value.text;
    case 'oneOf':
      return value.options[0] === undefined ? '' : repr(value.options[0]);
    case 'unsaid':
      throw new TypeError(`A value that is not known (${value.why}) has no print.`);
  }
}

/** Ids are written without quotes, and nothing in them is escaped. */
function reprRef(ref: RefValue | UnsaidValue): string {
  if (ref.kind === 'unsaid' || typeof ref.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no print.');
  const collection = ref.collection === undefined ? '' : `, collection=${reprRef(ref.collection)}`;
  const database = ref.database === undefined ? '' : `, database=${reprRef(ref.database)}`;
  return `Ref(id=${ref.id}${collection}${database})`;
}

function reprDict(entries: readonly Entry[]): string {
  return `{${entries.map(([key, value]) => `${reprString(key)}: ${repr(value)}`).join(', ')}}`;
}

/** The database writes the set inside `events` without its tag (spec 3.c), so the driver has a dictionary there. */
function withRawEvents([key, value]: Entry): Entry {
  return key === 'events' && value.kind === 'set'
    ? [key, { kind: 'object', entries: value.entries.map(withRawEvents) }]
    : [key, value];
}
