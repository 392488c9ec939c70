import { writeJson, type Json } from '../../src/value/index.ts';
import type { DatabaseError } from '../../src/format/index.ts';
import { startAnsweringServer, type Response } from '../driver/shims/answering-server.ts';

/** What stands for the database: it gives any query the one answer that was set last. */
export interface AnsweringDatabase extends AsyncDisposable {
  readonly port: number;
  /** Sets the `resource` of the answers to come. */
  answerWith(resource: Json): void;
  /** Sets the status and the `errors` of the answers to come. */
  refuseWith(error: DatabaseError): void;
}

export async function startAnsweringDatabase(): Promise<AnsweringDatabase> {
  let answer: Response = { status: 500, body: '' };
  const server = await startAnsweringServer(() => answer);
  return {
    port: Number(new URL(server.url).port),
    answerWith: (resource) => {
      answer = { status: 200, body: `{"resource":${writeJson(resource)}}` };
    },
    refuseWith: ({ status, errors }) => {
      answer = { status, body: JSON.stringify({ errors }) };
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
