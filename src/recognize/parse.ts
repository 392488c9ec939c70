import { formatOf, type Format } from '../format/index.ts';
import { textError, type TextError, type Value } from '../value/index.ts';
import type { Fit } from './fit.ts';
import { readAs } from './read-as.ts';
import { spellingsOf } from './spelling.ts';
import { UnknownFormat } from './unknown-format.ts';

export type Parsed =
  | {
      readonly ok: true;
      readonly format: Format;
      readonly fit: Fit;
      /** Likeliest first; several when the text is ambiguous. */
      readonly readings: readonly [Value, ...Value[]];
      /** False when there may be more readings than those listed. */
      readonly complete: boolean;
      /** Set when the text is nothing but a raw top-level string, as any text may be: where it is no other value, and why. */
      readonly onlyAsString?: TextError;
    }
  | { readonly ok: false; readonly error: TextError };

/**
 * Reads one print of a known format (an id of `formats` or `variants`). The text may be coloured, have banners around it and
 * `\r\n`, or be broken over lines, as `recognize` takes it; errors are placed in the text as it was given.
 * @throws UnknownFormat
 */
export function parse(text: string, options: { readonly format: string }): Parsed {
  const format = formatNamed(options.format);
  const spellings = spellingsOf(text);
  const fitting = readAs([format], spellings);
  if (fitting !== undefined) {
    const { fit, readings, complete } = fitting;
    return { ok: true, format, fit, readings, complete };
  }
  const reading = format.parse(spellings.tidy.text);
  const placed = (error: TextError): TextError =>
    textError(text, spellings.tidy.at(error.offset), error.expected);
  if (!reading.ok) return { ok: false, error: placed(reading.error) };
  const { readings, complete, onlyAsString } = reading;
  return {
    ok: true,
    format,
    fit: 'exact',
    readings,
    complete,
    ...(onlyAsString === undefined ? {} : { onlyAsString: placed(onlyAsString) }),
  };
}

/**
 * What a driver prints for a value: the whole text, without the line feed of its print statement.
 * @throws UnknownFormat
 * @throws UnprintableValue where the driver's own decoding or printing fails for this value.
 */
export function print(value: Value, format: string): string {
  return formatNamed(format).print(value);
}

function formatNamed(id: string): Format {
  const format = formatOf(id);
  if (format === undefined) throw new UnknownFormat(id);
  return format;
}
