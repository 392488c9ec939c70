import { instant, instantText, type RefValue, type UnsaidValue, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { wellFormed } from '../shared/well-formed.ts';
import { dateText, type Culture } from './culture.ts';
import { doubleText } from './double-text.ts';

/** Sets and queries print the name of the type that holds their parameters (spec 10.c.1). */
export const SET_TEXT = 'System.Collections.Generic.Dictionary`2[System.String,FaunaDB.Types.Value]';
export const QUERY_TEXT = 'System.Collections.Generic.Dictionary`2[System.String,FaunaDB.Query.Expr]';

/**
 * Models `Value.ToString()` of a decoded value. Of alternatives, which all print alike, it prints the first.
 * @throws UnprintableValue for a time outside the years 1 to 9999 (`System.FormatException`).
 * @throws TypeError for a part that says nothing at all.
 */
export function printDecoded(value: Value, culture: Culture): string {
  const print = (inner: Value): string => printDecoded(inner, culture);
  switch (value.kind) {
    case 'null':
      return 'NullV';
    case 'boolean':
      return `BooleanV(${value.value ? 'True' : 'False'})`;
    case 'long':
      return `LongV(${value.value < 0n ? culture.minusSign : ''}${String(value.value).replace('-', '')})`;
    case 'double':
    case 'number':
      return `DoubleV(${doubleText(value.value, culture)})`;
    case 'string':
      return `StringV(${wellFormed(value.value)})`;
    case 'bytes':
      return `BytesV(${[...value.value].map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', ')})`;
    case 'array':
      return `Arr(${value.items.map(print).join(', ')})`;
    case 'object':
      return `ObjectV(${value.entries.map(([key, inner]) => `${wellFormed(key)}: ${print(inner)}`).join(',')})`;
    case 'ref':
      return refText(value);
    case 'ts':
      return `FaunaTime(${timeText(value.text)})`;
    case 'date':
      return `FaunaDate(${dateText(value.text, culture)})`;
    case 'uuid':
      return `ObjectV(@uuid: StringV(${value.text}))`;
    case 'set':
      return `SetRefV(${SET_TEXT})`;
    case 'query':
      return `QueryV(${QUERY_TEXT})`;
    case 'opaque':
      return `${value.of === 'set' ? 'SetRefV' : 'QueryV'}(${value.text})`;
    case 'oneOf': {
      const [first] = value.options;
      if (first !== undefined) return print(first);
      throw new TypeError('No option to print.');
    }
    case 'unsaid':
      throw new TypeError(`A value that says nothing (${value.why}) has no print.`);
  }
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

function refText(ref: RefValue | UnsaidValue): string {
  if (ref.kind === 'unsaid' || typeof ref.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no print.');
  const collection = ref.collection === undefined ? '' : `, collection = ${refText(ref.collection)}`;
  const database = ref.database === undefined ? '' : `, database = ${refText(ref.database)}`;
  return `RefV(id = "${wellFormed(ref.id)}"${collection}${database})`;
}
