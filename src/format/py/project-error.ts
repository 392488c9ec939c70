import type { DatabaseError, PrintedError } from '../format.ts';
import type { Traits } from './traits.ts';

/** Statuses that have a class; for all others only this is printed (faunadb 2.6.0 and 4.5.1, faunadb/errors.py). */
const KNOWN: ReadonlySet<number> = new Set([400, 401, 403, 404, 500, 503]);
const CONFLICT = 409;
const UNEXPECTED = 'Unexpected status code.';

/** What the driver puts in the place of the description of a refused secret, with U+2019. */
const UNAUTHORIZED =
  'Unauthorized. Check that endpoint, schema, port and secret are correct during client’s instantiation';

/**
 * What `print(error)` says of an error answer: its first error, neither class nor status. Old formats print its
 * description alone, `py/2.7` what its newest releases print (`parseError` takes what all of them do).
 */
export function projectError({ status, errors }: DatabaseError, { errors: shown }: Traits): PrintedError {
  if (!KNOWN.has(status) && !(status === CONFLICT && shown === 'whole')) return { message: UNEXPECTED };
  const [first] = errors;
  if (shown === 'description')
    return first === undefined
      ? { message: '(empty `errors`)' }
      : { errors: [{ description: first.description }] };
  // Python raises for an empty list of errors, while printing.
  if (first === undefined) return { message: 'list index out of range' };
  return { errors: [status === 401 ? { ...first, description: UNAUTHORIZED } : first] };
}
