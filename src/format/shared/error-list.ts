import type { ErrorElement } from '../format.ts';

/** Codes of errors that the database answers (top level; those of `failures` are never printed like this). */
const CODES = [
  'authentication failed',
  'bad request',
  'bounds error',
  'call error',
  'check constraint failure',
  'contended transaction',
  'feature not available',
  'forbidden',
  'instance already exists',
  'instance not found',
  'instance not unique',
  'internal server error',
  'invalid argument',
  'invalid expression',
  'invalid object in container',
  'invalid ref',
  'invalid scope',
  'invalid token',
  'invalid url parameter',
  'invalid write time',
  'method not allowed',
  'missing identity',
  'move database error',
  'not found',
  'operator error',
  'permission denied',
  'processing time limit exceeded',
  'resources exceeded',
  'schema not found',
  'schema validation failed',
  'stack overflow',
  'time out',
  'too many requests',
  'transaction aborted',
  'unauthorized',
  'unavailable',
  'validation failed',
  'value not found',
];

/** The next error begins at `, <a code of the database>: `; any other comma belongs to the description before it. */
const BORDER = new RegExp(`, (?=(?:${CODES.join('|')}): )`);

/** Whether a text is a code that the database answers. */
export function isErrorCode(text: string): boolean {
  return CODES.includes(text);
}

/** Writes errors as Java, Scala and C# do: `code: description, code: description`. Nothing is escaped. */
export function printErrorList(errors: readonly ErrorElement[]): string {
  return errors.map(({ code, description }) => `${code}: ${description}`).join(', ');
}

/** Reads such a list again; `undefined` for a text that does not begin with `code: `. The empty text is an empty list. */
export function readErrorList(text: string): readonly Partial<ErrorElement>[] | undefined {
  if (text === '') return [];
  const errors: Partial<ErrorElement>[] = [];
  for (const part of text.split(BORDER)) {
    const border = part.indexOf(': ');
    if (border === -1) return undefined;
    errors.push({ code: part.slice(0, border), description: part.slice(border + 2) });
  }
  return errors;
}

/** The code that a text begins with, before a space: a known one if there is one, else its first word. */
export function codeAtStart(text: string): string {
  const known = CODES.filter((code) => text.startsWith(`${code} `)).sort((a, b) => b.length - a.length);
  return known[0] ?? text.split(' ', 1).join('');
}
