import { emptyDatabase } from '../ask.ts';

/** A database with the collection `things` and the index `all` on it: term `data.kind`, value `data.n`. */
export interface Library {
  /** The resource of an answer. @throws Error for a refusal. */
  readonly run: (query: unknown) => Promise<unknown>;
}

export async function library(): Promise<Library> {
  const database = emptyDatabase();
  const run = async (query: unknown): Promise<unknown> => {
    const { body } = await database.ask(JSON.stringify(query));
    const answer: unknown = JSON.parse(body);
    if (typeof answer === 'object' && answer !== null && 'resource' in answer) return answer.resource;
    throw new Error(body);
  };
  await run({ create_collection: { object: { name: 'things' } } });
  await run({
    create_index: {
      object: {
        name: 'all',
        source: { collection: 'things' },
        terms: [{ object: { field: ['data', 'kind'] } }],
        values: [{ object: { field: ['data', 'n'] } }],
      },
    },
  });
  return { run };
}

export function create(kind: string, n: number, ref: object = { collection: 'things' }): unknown {
  return { create: ref, params: { object: { data: { object: { kind, n } } } } };
}

export function match(kind: string): unknown {
  return { match: { index: 'all' }, terms: kind };
}

interface Page {
  readonly data: readonly number[];
  readonly after?: unknown;
  readonly before?: unknown;
}

export function asPage(answer: unknown): Page {
  if (typeof answer !== 'object' || answer === null || !('data' in answer) || !Array.isArray(answer.data))
    throw new Error(`no page: ${JSON.stringify(answer)}`);
  return {
    data: answer.data.map(Number),
    after: 'after' in answer ? answer.after : undefined,
    before: 'before' in answer ? answer.before : undefined,
  };
}
