import type { DatabaseError, PrintedError } from '../../format.ts';
import type { Dialect } from '../dialect.ts';
import { TRAITS } from '../layout/profile.ts';

/** What the driver adds after the code of a refused secret and ". ", from 4.4.2 on, with U+2019. */
export const HINT = 'Check that endpoint, schema, port and secret are correct during client’s instantiation';

/** The driver's class for a status (faunadb 4.8.2, src/errors.js). */
const CLASS_OF: ReadonlyMap<number, string> = new Map([
  [400, 'BadRequest'],
  [401, 'Unauthorized'],
  [403, 'PermissionDenied'],
  [404, 'NotFound'],
  [405, 'MethodNotAllowed'],
  [500, 'InternalError'],
  [503, 'UnavailableError'],
]);

/** From Node.js 11 on an error that is called otherwise than its class shows both names. */
const BARE_NAMES: ReadonlySet<string> = new Set(['n4', 'n6', 'n8', 'n10']);

function classOf(status: number, { traits, profile }: Dialect): string {
  if (status === 429 && traits.errors.tooManyRequests) return 'TooManyRequests';
  const known = CLASS_OF.get(status);
  if (known !== undefined) return known;
  return BARE_NAMES.has(profile) ? 'UnknownError' : 'FaunaHTTPError [UnknownError]';
}

/**
 * What `console.log(error)` says of an error answer: everything, since it prints the text of the answer. Of an answer over
 * 10,000 characters only the first error's code and description.
 */
export function projectError(error: DatabaseError, { traits, profile }: Dialect): PrintedError {
  const { maxUnits } = TRAITS[profile];
  const [first] = error.errors;
  const isCut = JSON.stringify({ errors: error.errors }).length > maxUnits;
  return {
    type: classOf(error.status, { traits, profile }),
    status: error.status,
    errors:
      isCut && first !== undefined
        ? [
            {
              code: first.code,
              ...(first.description.length > maxUnits ? {} : { description: first.description }),
            },
          ]
        : error.errors,
    ...(error.status === 401 && traits.errors.hint ? { message: HINT } : {}),
  };
}
