import { textError } from '../../value/index.ts';
import type { ErrorReading } from '../format.ts';
import { errorElements } from '../shared/error-elements.ts';
import { readAnswer } from './body.ts';

/** Reads the body of an error answer. */
export function parseError(text: string): ErrorReading {
  const { status, body } = readAnswer(text);
  if (!body.ok) return body;
  const errors = errorElements(body.json);
  if (errors === undefined)
    return { ok: false, error: textError(text, 0, 'an object with a list of "errors"') };
  return { ok: true, error: { ...(status === undefined ? {} : { status }), errors } };
}
