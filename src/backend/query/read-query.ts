import { invalidExpression } from '../parse/parse-error.ts';
import { JsonError, readJson } from '../parse/read-json.ts';
import { ROOT } from '../data/position.ts';
import type { Data } from '../data/data.ts';

/** Reads the text of a request; what is no JSON is an error of the query (spec 1.7). */
export function readQuery(text: string): Data {
  if (text === '') throw invalidExpression(ROOT, 'No query provided.');
  try {
    return readJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw invalidExpression(
      ROOT,
      error.problem === 'nested too deeply'
        ? 'Request body JSON exceeds nesting limit.'
        : 'Request body is not valid JSON.',
    );
  }
}
