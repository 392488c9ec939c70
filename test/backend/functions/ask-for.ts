import { emptyDatabase } from '../ask.ts';
import type { ApiVersion } from '../../../src/backend/core.ts';

const database = emptyDatabase();

/** The text of the query's result, or of its errors as `position code: description`, one a line. */
export async function askFor(query: string, version: ApiVersion = '4'): Promise<string> {
  const { body, status } = await database.ask(query, { version });
  const resource = /^\{"resource":(.*)\}$/s.exec(body)?.[1];
  if (resource !== undefined) return resource;
  const { errors }: { readonly errors: readonly Problem[] } = JSON.parse(body);
  if (status >= 500) return `${String(status)} ${errors[0]?.description ?? ''}`;
  return errors.map(({ position, description }) => `${JSON.stringify(position)} ${description}`).join('\n');
}

interface Problem {
  readonly position?: readonly (string | number)[];
  readonly description: string;
}

/** A query and what `askFor` gives for it. */
export type Row = readonly [query: string, answer: string];
