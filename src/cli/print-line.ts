import { UnprintableValue, type Format } from '../format/index.ts';
import {
  describeTextError,
  fromTagged,
  fromWire,
  JsonObject,
  readJson,
  type Json,
  type Value,
} from '../value/index.ts';
import { formatNamed } from './format-named.ts';

export type Printed =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

export interface PrintLineOptions {
  /** Absent: that which the record names first. */
  readonly format?: Format;
  /** The line is wire JSON, perhaps the whole answer `{"resource":…}`. */
  readonly wire: boolean;
}

/**
 * Prints one line of JSON: a tagged value, wire JSON, or a record that `printproof parse` wrote (with what stood before and
 * after the print; a record without a value is its text). The message of a failure says what to do, or is the driver's own.
 */
export function printLine(line: string, { format, wire }: PrintLineOptions): Printed {
  const reading = readJson(line);
  if (!reading.ok) return failed(`no JSON: ${describeTextError(reading.error)}`);
  const { json } = reading;
  if (wire) return printed(fromWire(resourceOf(json)), format);
  if (!isRecord(json)) return printedTagged(json, format);
  const value = json.get('value');
  const around = (text: string): string => `${textOf(json, 'before')}${text}${textOf(json, 'after')}`;
  if (value === undefined) return { ok: true, text: around(textOf(json, 'text')) };
  const print = printedTagged(value, format ?? formatOfRecord(json));
  if (!print.ok) return print;
  // In its own format the print was found without the white space before it; in another one all of the text counts.
  return { ok: true, text: around(format === undefined ? print.text.trimStart() : print.text) };
}

/** Tagged values have one member named by their kind; none of the kinds is so named. */
function isRecord(json: Json): json is JsonObject {
  return (
    json instanceof JsonObject && (json.get('value') !== undefined || typeof json.get('text') === 'string')
  );
}

function textOf(record: JsonObject, key: string): string {
  const text = record.get(key);
  return typeof text === 'string' ? text : '';
}

function formatOfRecord(record: JsonObject): Format | undefined {
  const formats = record.get('formats');
  const first = Array.isArray(formats) ? formats[0] : undefined;
  return typeof first === 'string' ? formatNamed(first) : undefined;
}

function resourceOf(json: Json): Json {
  const resource = json instanceof JsonObject && json.members.length === 1 ? json.get('resource') : undefined;
  return resource ?? json;
}

function printedTagged(json: Json, format: Format | undefined): Printed {
  const reading = fromTagged(json);
  return reading.ok ? printed(reading.value, format) : failed(`no tagged value: ${reading.error}`);
}

function printed(value: Value, format: Format | undefined): Printed {
  if (format === undefined) return failed('no format is named: give --format <id>');
  try {
    return { ok: true, text: format.print(value) };
  } catch (cause) {
    if (cause instanceof UnprintableValue)
      return failed(`${format.id} cannot ${cause.where} this value: ${cause.message}`);
    if (cause instanceof RangeError) return failed(`${format.id}: the value is nested too deeply`);
    throw cause;
  }
}

function failed(message: string): Printed {
  return { ok: false, message };
}
