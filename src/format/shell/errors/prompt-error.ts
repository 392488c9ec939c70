import { textError } from '../../../value/index.ts';
import type { DatabaseError, ErrorReading, PrintedError } from '../../format.ts';
import { HINT } from '../../js/error/project-error.ts';
import type { Dialect } from '../../js/dialect.ts';
import { ReadFailure } from '../../shared/read-failure.ts';
import { TextReader } from '../../shared/text-reader.ts';
import { printedElements, readAnswer } from './answer.ts';
import { messageError, NO_ERRORS } from './code-error.ts';
import { hinted } from './hint.ts';

const MESSAGE = /\s*Error: (.*)(?:\n|$)/y;

/**
 * Reads what the prompt wrote of an error: a line with the message of the driver's, from 0.9.0 on the list of errors after it,
 * from 0.11.1 on the whole answer (src/commands/shell.js).
 */
export function parsePromptError(text: string): ErrorReading {
  const reader = new TextReader(text);
  try {
    return { ok: true, error: read(reader) };
  } catch (cause) {
    if (!(cause instanceof ReadFailure)) throw cause;
    return { ok: false, error: textError(text, cause.offset, cause.expected) };
  }
}

function read(reader: TextReader): PrintedError {
  const message = reader.match(MESSAGE)?.[1] ?? reader.fail('"Error: " and a message');
  if (reader.atEnd) return messageError(message);
  const start = reader.offset;
  const errors = readAnswer(reader) ?? reader.fail('the answer of the database', start);
  reader.match(/\s*/y);
  reader.end();
  return errors.length === 0 ? { errors, message } : { errors, ...hinted(message) };
}

/** The prompt says everything, since it prints the answer. */
export function projectPromptError(
  { status, errors }: DatabaseError,
  { traits, profile }: Dialect,
): PrintedError {
  const hint = status === 401 && traits.errors.hint ? { message: HINT } : {};
  return {
    errors: printedElements(errors, profile) ?? [],
    ...(errors.length === 0 ? { message: NO_ERRORS } : hint),
  };
}
