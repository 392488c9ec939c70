import { type Answer, NO_COSTS } from './answer.ts';

/** The 401 of every secret that is none (spec 1.3). */
export function unauthorized(txnTime: bigint): Answer {
  return { ...refusal(401, 'unauthorized', 'Unauthorized'), txnTime };
}

/** A path that is no ref (spec 1.2). */
export function notFound(txnTime: bigint, bytesIn: number): Answer {
  return { ...refusal(404, 'not found', 'Not Found'), txnTime, bytesIn, costs: NO_COSTS };
}

export function methodNotAllowed(allow: readonly string[], txnTime: bigint, bytesIn: number): Answer {
  const description = `Allowed methods are ${allow.join(', ')}.`;
  return { ...refusal(405, 'method not allowed', description), txnTime, bytesIn, allow, costs: NO_COSTS };
}

/** A header that is refused before there is a transaction. */
export function badHeader(description: string): Answer {
  return refusal(400, 'bad request', description);
}

/** Bad tags go the way of a query that failed while running: with metrics, and pretty (spec 1.5). */
export function badTags(description: string, txnTime: bigint): Answer {
  return { ...refusal(400, 'bad request', description), pretty: true, txnTime, costs: NO_COSTS };
}

export function tooLarge(txnTime: bigint): Answer {
  return {
    ...refusal(413, 'request too large', 'Request entity is too large'),
    pretty: true,
    txnTime,
    costs: NO_COSTS,
  };
}

export function timedOut(description: string, txnTime: bigint): Answer {
  return { ...refusal(503, 'time out', description), txnTime, costs: NO_COSTS };
}

/** A failure of the server itself. `problem` is a class and a text, as the database words it. */
export function serverError(problem: string, txnTime: bigint): Answer {
  const description = `${problem} Please create a ticket at https://support.fauna.com`;
  return { ...refusal(500, 'internal server error', description), pretty: true, txnTime };
}

function refusal(status: number, code: string, description: string): Answer {
  return { status, body: JSON.stringify({ errors: [{ code, description }] }) };
}
