import { textError } from '../../value/index.ts';
import type { ErrorElement, ErrorFailure, ErrorReading, PrintedError } from '../format.ts';
import { ReadFailure } from '../shared/read-failure.ts';
import { TextReader } from '../shared/text-reader.ts';
import { readString } from './read-literal.ts';

/**
 * Reads what `print(error)` wrote: the first error of the answer as `ErrorData(…)`, or a message of the driver's own.
 * 4.2.0 to 4.3.1 print no `cause` (spec 7.c.4).
 */
export function parseError(text: string): ErrorReading {
  const reader = new TextReader(text);
  try {
    return { ok: true, error: read(reader) };
  } catch (cause) {
    if (cause instanceof ReadFailure)
      return { ok: false, error: textError(text, cause.offset, cause.expected) };
    if (cause instanceof RangeError)
      return { ok: false, error: textError(text, 0, 'an error nested less deeply') };
    throw cause;
  }
}

function read(reader: TextReader): PrintedError {
  if (!reader.sees('ErrorData(')) return { message: reader.text };
  const error = readError(reader);
  reader.end();
  return { errors: [error] };
}

function readError(reader: TextReader): ErrorElement {
  reader.expect('ErrorData(code=');
  const code = string(reader);
  reader.expect(', description=');
  const description = string(reader);
  reader.expect(', position=');
  const position = readList(reader, readStep);
  reader.expect(', failures=');
  const failures = readList(reader, readFailure);
  const cause = reader.takes(', cause=') ? readList(reader, readError) : undefined;
  reader.expect(')');
  return {
    code,
    description,
    ...(position === undefined ? {} : { position }),
    ...(failures === undefined ? {} : { failures }),
    ...(cause === undefined ? {} : { cause }),
  };
}

function readFailure(reader: TextReader): ErrorFailure {
  reader.expect('Failure(code=');
  const code = string(reader);
  reader.expect(', description=');
  const description = string(reader);
  reader.expect(', field=');
  const field = readList(reader, readStep) ?? reader.fail('a list');
  reader.expect(')');
  return { field: field.map(String), code, description };
}

const INTEGER = /-?\d+/y;

function readStep(reader: TextReader): string | number {
  const integer = reader.match(INTEGER)?.[0];
  return integer === undefined ? string(reader) : Number(integer);
}

/** A list, or `undefined` for `None`. */
function readList<T>(reader: TextReader, readItem: (reader: TextReader) => T): T[] | undefined {
  if (reader.takes('None')) return undefined;
  reader.expect('[');
  const items: T[] = [];
  if (reader.takes(']')) return items;
  for (;;) {
    items.push(readItem(reader));
    if (reader.takes(']')) return items;
    if (!reader.takes(', ')) reader.fail('", " or "]"');
  }
}

function string(reader: TextReader): string {
  return readString(reader) ?? reader.fail('a string in quotes');
}
