import {
  build,
  fromWire,
  instant,
  instantText,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { pathOf } from '../shared/path-ref.ts';
import { wellFormed } from '../shared/well-formed.ts';
import { dateText } from './culture.ts';
import { doubleText } from './double-text.ts';
import { ARRAY_TEXT, QUERY_TEXT, type Traits } from './traits.ts';

/** What is left of an array before 1.1.0. */
export const LOST_ARRAY: UnsaidValue = build.unsaid('an array, of which nothing prints');

/**
 * Models `Value.ToString()` of a decoded value. Of alternatives, which all print alike, it prints the first.
 * @throws UnprintableValue for a time outside the years 1 to 9999 (`System.FormatException`).
 * @throws TypeError for a part that says nothing at all.
 */
export function printDecoded(value: Value, traits: Traits): string {
  const print = (inner: Value): string => printDecoded(inner, traits);
  const { minusSign } = traits.culture;
  switch (value.kind) {
    case 'null':
      return 'NullV';
    case 'boolean':
      return `BooleanV(${value.value ? 'True' : 'False'})`;
    case 'long':
      return `LongV(${value.value < 0n ? minusSign : ''}${String(value.value).replace('-', '')})`;
    case 'double':
    case 'number':
      return `DoubleV(${doubleText(value.value, traits)})`;
    case 'string':
      return `StringV(${wellFormed(value.value)})`;
    case 'bytes':
      return traits.bytes
        ? `BytesV(${hexText(value.value)})`
        : print(unknownTag('@bytes', base64(value.value)));
    case 'array':
      return `Arr(${traits.arrays ? value.items.map(print).join(', ') : ARRAY_TEXT})`;
    case 'object':
      return `ObjectV(${value.entries.map(([key, inner]) => `${wellFormed(key)}: ${print(inner)}`).join(',')})`;
    case 'ref':
      return traits.ref === 'path' ? `RefV(${wellFormed(pathOf(value))})` : refText(value, traits.ref);
    case 'ts':
      return traits.time === 'iso'
        ? `FaunaTime(${timeText(value.text)})`
        : `FaunaDate(${clockText(value.text, traits)})`;
    case 'date':
      return `FaunaDate(${dateText(value.text, traits.culture)})`;
    case 'uuid':
      return print(unknownTag('@uuid', build.str(value.text)));
    case 'set':
      return `SetRefV(${traits.setText})`;
    case 'query':
      return queryText(value, traits);
    case 'opaque':
      return `${value.of === 'set' ? 'SetRefV' : 'QueryV'}(${value.text})`;
    case 'oneOf': {
      const [first] = value.options;
      if (first !== undefined) return print(first);
      throw new TypeError('No option to print.');
    }
    case 'unsaid':
      if (value.why === LOST_ARRAY.why) return `Arr(${ARRAY_TEXT})`;
      throw new TypeError(`A value that says nothing (${value.why}) has no print.`);
  }
}

function queryText(value: Value & { readonly kind: 'query' }, traits: Traits): string {
  if (traits.query === 'tag') return printDecoded(unknownTag('@query', fromWire(value.body)), traits);
  return `QueryV(${traits.query === 'body' ? bodyText(fromWire(value.body), traits) : QUERY_TEXT})`;
}

/** The body of a lambda: its objects and arrays are no values but expressions (`JsonReader.Unwrap`, 1.1.0). */
export function bodyText(value: Value, traits: Traits): string {
  if (value.kind === 'array') return `UArr(${value.items.map((item) => bodyText(item, traits)).join(', ')})`;
  const object = value.kind === 'uuid' ? unknownTag('@uuid', build.str(value.text)) : value;
  if (object.kind !== 'object') return printDecoded(value, traits);
  const fields = object.entries.map(([key, inner]) => `${wellFormed(key)}: ${bodyText(inner, traits)}`);
  return `UObject(${fields.join(',')})`;
}

/** A tag that the release does not know stays an object of one member. */
export function unknownTag(tag: string, content: Value): Value {
  return build.obj([[tag, content]]);
}

export function base64(bytes: Uint8Array): Value {
  return build.str(Buffer.from(bytes).toString('base64'));
}

export function hexText(bytes: Uint8Array): string {
  return [...bytes].map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', ');
}

/** `DateTime.ToString()` of a time: to the second. */
function clockText(text: string, { culture }: Traits): string {
  const [day = '', clock = ''] = timeText(text).split('T');
  return dateText(day, culture).replace('00:00:00', clock.slice(0, 8));
}

/** A time to 100 nanoseconds, without trailing zeros, whatever the culture. */
export function timeText(text: string): string {
  const time = instant(text);
  const whole = time === undefined ? text : instantText({ seconds: time.seconds, nanos: 0 });
  if (time === undefined || !/^(?!0000)\d{4}-/.test(whole))
    throw new UnprintableValue(
      'print',
      `System.FormatException: String '${text}' was not recognized as a valid DateTime.`,
    );
  const fraction = String(Math.floor(time.nanos / 100))
    .padStart(7, '0')
    .replace(/0+$/, '');
  return fraction === '' ? whole : whole.replace('Z', `.${fraction}Z`);
}

function refText(ref: RefValue | UnsaidValue, container: 'class' | 'collection'): string {
  if (ref.kind === 'unsaid' || typeof ref.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no print.');
  const part = (name: string, inner: RefValue | UnsaidValue | undefined): string =>
    inner === undefined ? '' : `, ${name} = ${refText(inner, container)}`;
  return `RefV(id = "${wellFormed(ref.id)}"${part(container, ref.collection)}${part('database', ref.database)})`;
}
