import type { Call, Core, Reply } from '../backend/core.ts';
import { listen } from '../backend/http/listen.ts';
import { JsonNumber, writeJson, type Json } from '../value/index.ts';

/** A server that drivers take for the database, and that answers whatever it was told to. */
export interface AnsweringBackend extends AsyncDisposable {
  readonly url: string;
  /** Makes the server answer a value, as wire JSON; gives the query that asks for it. */
  answer(resource: Json): Json;
}

/** Microseconds; every answer is of this time. */
const TXN_TIME = 1_631_739_422_080_000n;
const NO_COSTS = {
  computeOps: 1,
  byteReadOps: 0,
  byteWriteOps: 0,
  bytesRead: 0,
  bytesWritten: 0,
  retries: 0,
};

/**
 * Starts a server whose only query is a number, that of one of its answers. The database itself could not stand in for it: it
 * drops nulls, stores no lambda, and refuses refs to what is not there, while drivers must print all of them.
 */
export async function startAnswering(): Promise<AnsweringBackend> {
  const bodies: string[] = [];
  const listener = await listen(coreOf(bodies));
  return {
    url: `http://127.0.0.1:${listener.port}`,
    answer: (resource) => {
      bodies.push(`{"resource":${writeJson(resource)}}`);
      return new JsonNumber(String(bodies.length - 1));
    },
    [Symbol.asyncDispose]: () => listener.close(),
  };
}

function coreOf(bodies: readonly string[]): Core {
  const call = ({ request }: Call): Promise<Reply> => {
    const body = request.kind === 'query' ? bodies[Number(request.text)] : undefined;
    return Promise.resolve(
      body === undefined
        ? reply(
            400,
            '{"errors":[{"position":[],"code":"invalid expression","description":"No such answer."}]}',
          )
        : reply(200, body),
    );
  };
  return {
    call,
    subscribe: call,
    account: () => Promise.resolve(undefined),
    isRefPath: () => false,
  };
}

function reply(status: number, body: string): Reply {
  return { status, body, pretty: false, txnTime: TXN_TIME, costs: NO_COSTS };
}
