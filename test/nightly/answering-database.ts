import { writeJson, type Json } from '../../src/value/index.ts';
import { startAnsweringServer } from '../driver/shims/answering-server.ts';

/** What stands for the database: it gives any query the one answer that was set last. */
export interface AnsweringDatabase extends AsyncDisposable {
  readonly port: number;
  /** Sets the `resource` of the answers to come. */
  answerWith(resource: Json): void;
}

export async function startAnsweringDatabase(): Promise<AnsweringDatabase> {
  let body = '';
  const server = await startAnsweringServer(() => ({ status: 200, body }));
  return {
    port: Number(new URL(server.url).port),
    answerWith: (resource) => {
      body = `{"resource":${writeJson(resource)}}`;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
