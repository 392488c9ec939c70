import type { HttpRequest, WholeResponse } from './message.ts';
import type { RequestHeaders } from './request-headers.ts';
import { traceparent } from './traceparent.ts';

/**
 * Answers the paths of the database's next query language, which is not served here (`undefined`: another path). Only
 * what the database says to an empty or an unauthenticated request is as it was seen (spec 1.2); the rest is a plain
 * refusal in that protocol's own envelope.
 */
export function newerProtocol(
  path: string,
  request: HttpRequest,
  headers: RequestHeaders,
): WholeResponse | undefined {
  if (!PATHS.test(path)) return undefined;
  if (path.startsWith('/schema/') && headers.authorization === undefined)
    return answer(401, { message: 'Access token required' }, headers, ['www-authenticate', 'Bearer']);
  if (!path.startsWith('/schema/') && request.body.length === 0)
    return answer(400, { code: 'invalid_request', message: 'No request body provided' }, headers);
  const message = `${path} belongs to FQL 10; this server speaks FQL 4`;
  return answer(400, { code: 'invalid_request', message }, headers);
}

const PATHS = /^\/(?:(?:query|stream|feed)\/1|schema\/1\/.+)$/;

function answer(
  status: number,
  error: { readonly code?: string; readonly message: string },
  asked: RequestHeaders,
  first: readonly string[] = [],
): WholeResponse {
  return {
    kind: 'whole',
    status,
    headers: [...first, 'x-faunadb-build', 'unknown'],
    traceparent: traceparent(asked.traceparent),
    body: JSON.stringify({ error }),
  };
}
