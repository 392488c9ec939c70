import { JsonObject, readJson, writeJson, type Json } from '../value/index.ts';

/** The database's answer to a query of the harness itself. */
export interface BackendAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

/** The backend answered something that is no v4 envelope, or nothing at all. */
export class BackendFailure extends Error {
  override readonly name = 'BackendFailure';
}

/**
 * Asks the backend itself, for set-up and clean-up: FQL wire JSON with a secret, API version 4.
 * @throws BackendFailure when there is no readable answer.
 */
export async function askBackend(url: string, secret: string, query: Json): Promise<BackendAnswer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      // A kept connection could be closed by the backend (after 5 s, spec/backend 1.1) just as it is taken again.
      headers: { authorization: `Bearer ${secret}`, 'x-faunadb-api-version': '4', connection: 'close' },
      body: writeJson(query),
    });
    text = await response.text();
  } catch (cause) {
    throw new BackendFailure(`The backend at ${url} does not answer: ${reasonOf(cause)}`, { cause });
  }
  const reading = readJson(text);
  if (!reading.ok || !(reading.json instanceof JsonObject))
    throw new BackendFailure(
      `The backend at ${url} answered ${response.status} with something that is no JSON object.`,
    );
  return { status: response.status, body: reading.json };
}

/**
 * As `askBackend`, for queries that must succeed: the `resource`.
 * @throws BackendFailure with the database's own words when it answers an error.
 */
export async function mustAnswer(url: string, secret: string, query: Json): Promise<Json> {
  const { status, body } = await askBackend(url, secret, query);
  const resource = body.get('resource');
  if (resource === undefined)
    throw new BackendFailure(`The backend refused ${writeJson(query)} with ${status}: ${writeJson(body)}`);
  return resource;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
