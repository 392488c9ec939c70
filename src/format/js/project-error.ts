import type { DatabaseError, PrintedError } from '../format.ts';

/** What the driver adds after the code of a refused secret and ". ", from 4.4.2 on, with U+2019. */
export const HINT = 'Check that endpoint, schema, port and secret are correct during client’s instantiation';

/** The driver's class for a status (faunadb 4.8.2, src/errors.js). */
const CLASS_OF: ReadonlyMap<number, string> = new Map([
  [400, 'BadRequest'],
  [401, 'Unauthorized'],
  [403, 'PermissionDenied'],
  [404, 'NotFound'],
  [405, 'MethodNotAllowed'],
  [429, 'TooManyRequests'],
  [500, 'InternalError'],
  [503, 'UnavailableError'],
]);

/** Node.js prints so many characters of the answer's text (util.inspect's default). */
const CHARACTERS = 10_000;

/**
 * What `console.log(error)` says of an error answer: everything, since it prints the text of the answer. Of an answer over
 * 10,000 characters only the first error's code and description.
 */
export function projectError(error: DatabaseError): PrintedError {
  const [first] = error.errors;
  const isCut = JSON.stringify({ errors: error.errors }).length > CHARACTERS;
  return {
    type: CLASS_OF.get(error.status) ?? 'FaunaHTTPError [UnknownError]',
    status: error.status,
    errors:
      isCut && first !== undefined
        ? [
            {
              code: first.code,
              ...(first.description.length > CHARACTERS ? {} : { description: first.description }),
            },
          ]
        : error.errors,
    ...(error.status === 401 ? { message: HINT } : {}),
  };
}
