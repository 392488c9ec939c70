import type { DatabaseError, PrintedError } from '../format.ts';

/** The body has every error; the status stands in the line before it, which curl does not print by itself. */
export function projectError(error: DatabaseError): PrintedError {
  return { errors: error.errors };
}
