import { textError } from '../../value/index.ts';
import type { ErrorElement, ErrorFailure, ErrorReading, PrintedError } from '../format.ts';
import { ReadFailure } from '../shared/read-failure.ts';
import { TextReader } from '../shared/text-reader.ts';
import { readString } from './read-literal.ts';

/**
 * Reads what `print(error)` wrote, whatever the release: the description of the first error up to 4.1.0, from 4.2.0 on
 * that error as `ErrorData(…)`, without `cause` up to 4.3.1, or a message of the driver's own (spec 7.c.4).
 */
export function parseError(text: string): ErrorReading {
  const reader = new TextReader(text);
  try {
    return { ok: true, error: read(reader) };
  } catch (cause) {
    if (cause instanceof ReadFailure)
      return { ok: false, error: textError(text, cause.offset, cause.expected) };
    throw cause;
  }
}

function read(reader: TextReader): PrintedError {
  if (!reader.sees('ErrorData('))
    return MESSAGES.test(reader.text) ? { message: reader.text } : { errors: [{ description: reader.text }] };
  const error = readError(reader, 0);
  reader.end();
  return { errors: [error] };
}

/** What the driver says itself (faunadb 4.5.1, faunadb/errors.py and faunadb/client.py), and Python for it. */
const MESSAGES =
  /^(?:Unexpected status code\.|Invalid JSON\.|Response JSON does not contain expected key \S+|\(empty `errors`\)|list index out of range)$/;

/** Causes of causes; the database nests few. */
const MOST_DEPTH = 200;

function readError(reader: TextReader, depth: number): ErrorElement {
  if (depth === MOST_DEPTH) reader.fail(`a cause nested less than ${MOST_DEPTH} deep`);
  reader.expect('ErrorData(code=');
  const code = string(reader);
  reader.expect(', description=');
  const description = string(reader);
  reader.expect(', position=');
  const position = readList(reader, readStep);
  reader.expect(', failures=');
  const failures = readList(reader, readFailure);
  const cause = reader.takes(', cause=')
    ? readList(reader, (inner) => readError(inner, depth + 1))
    : undefined;
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

/** Python 2 puts a `u` before a text that came from the answer. */
function readText(reader: TextReader): string | undefined {
  if (reader.sees("u'") || reader.sees('u"')) reader.offset += 1;
  return readString(reader);
}

function string(reader: TextReader): string {
  return readText(reader) ?? reader.fail('a string in quotes');
}
