import type { DatabaseError, PrintedError } from '../format.ts';

/** Statuses that have a class; for all others only this is printed (faunadb 4.5.2, faunadb/errors.py). */
const KNOWN: ReadonlySet<number> = new Set([400, 401, 403, 404, 409, 500, 503]);
const UNEXPECTED = 'Unexpected status code.';

/** What the driver puts in the place of the description of a refused secret, with U+2019. */
const UNAUTHORIZED =
  'Unauthorized. Check that endpoint, schema, port and secret are correct during client’s instantiation';

/** What Python raises for an empty list of errors, while printing. */
const EMPTY = 'list index out of range';

/** What `print(error)` says of an error answer: its first error, neither class nor status. */
export function projectError(error: DatabaseError): PrintedError {
  if (!KNOWN.has(error.status)) return { message: UNEXPECTED };
  const [first] = error.errors;
  if (first === undefined) return { message: EMPTY };
  return { errors: [error.status === 401 ? { ...first, description: UNAUTHORIZED } : first] };
}
