import type { DatabaseError } from '../../src/format/index.ts';
import type { Json } from '../../src/value/index.ts';
import type { AnsweringDatabase } from './answering-database.ts';
import { isRunning, startNode, type Outcome, type Program, type Unavailable } from './old-node.ts';

/** A driver on a Node.js, and what it makes of answers of the database. */
export interface LiveDriver extends AsyncDisposable {
  outcomeOf(resource: Json): Promise<Outcome>;
  /** What it makes of an answer with an error status. */
  outcomeOfError(error: DatabaseError): Promise<Outcome>;
}

/** Starts a driver, the package in a folder, on a Node.js; or says why it does not load there. */
export async function startDriver(
  program: Program,
  folder: string,
  database: AnsweringDatabase,
): Promise<LiveDriver | Unavailable> {
  const node = await startNode(program, { driver: folder, port: database.port });
  if (!isRunning(node)) return node;
  return {
    outcomeOf: async (resource) => {
      database.answerWith(resource);
      return node.outcome();
    },
    outcomeOfError: async (error) => {
      database.refuseWith(error);
      return node.outcome();
    },
    [Symbol.asyncDispose]: () => node[Symbol.asyncDispose](),
  };
}
