import { textError } from '../../../value/index.ts';
import type { DatabaseError, ErrorReading, PrintedError } from '../../format.ts';
import { isErrorCode } from '../../shared/error-list.ts';
import { hinted, withoutHint } from './hint.ts';

/** `console.log("\n", "Error:", …)` up to 0.0.11, `log("Error:", …)` after it (src/commands/shell.js). */
const ERROR = /^\s*Error: (.*)\s*$/;

/**
 * Reads what the shell wrote of an error up to 0.8.0: the message of the driver's error, which is the code of the first one
 * that the database listed. Any other message is the driver's own.
 */
export function parseCodeError(text: string): ErrorReading {
  const message = ERROR.exec(text)?.[1];
  return message === undefined
    ? { ok: false, error: textError(text, 0, '"Error: " and a message') }
    : { ok: true, error: messageError(message) };
}

/** What a message of the driver's says. */
export function messageError(message: string): PrintedError {
  const code = withoutHint(message);
  return isErrorCode(code) ? { errors: [{ code }], ...hinted(message) } : { message };
}

/** The code of the first error is all that is said. */
export function projectCodeError({ errors: [first] }: DatabaseError): PrintedError {
  return first === undefined ? { message: NO_ERRORS } : { errors: [{ code: first.code }] };
}

/** The message of an error without any in its list (faunadb 4.8.2, src/errors.js). */
export const NO_ERRORS = '(empty "errors")';
