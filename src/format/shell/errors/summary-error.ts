import { textError } from '../../../value/index.ts';
import type { DatabaseError, ErrorElement, ErrorReading, PrintedError } from '../../format.ts';

const HEAD = 'The query failed with the following error:\n\n';
const UNEXPECTED = 'The query failed unexpectedly with the following error:\n\n';
/** `code: description`, and where in the query it happened. */
const SUMMARY = /^([^:\n]*): ([\s\S]*)\nat \*query\*:(.*)$/;
/** With `--include stats`: what the query cost, before the error. */
const STATISTICS = /^stats:\n(?: {2}[\w-]+: \d+\n)*/;

/** Reads what 4.0.0 wrote of an error (src/lib/faunadb.mjs, formatError). */
export function parseSummaryError(text: string): ErrorReading {
  const start = text.indexOf(HEAD);
  if (start === -1) return parseUnexpected(text);
  const errors: Partial<ErrorElement>[] = [];
  let offset = start;
  for (const summary of text
    .slice(start + HEAD.length)
    .trimEnd()
    .split(`\n\n${HEAD}`)) {
    offset += HEAD.length;
    const [, code, description, position] = SUMMARY.exec(summary) ?? [];
    if (code === undefined || description === undefined || position === undefined)
      return { ok: false, error: textError(text, offset, 'a code, a description and "at *query*:"') };
    errors.push({ code, description, position: stepsIn(position) });
    offset += summary.length + 2;
  }
  return { ok: true, error: { errors } };
}

function parseUnexpected(text: string): ErrorReading {
  const start = text.indexOf(UNEXPECTED);
  return start === -1
    ? { ok: false, error: textError(text, 0, JSON.stringify(HEAD.trimEnd())) }
    : { ok: true, error: { message: text.slice(start + UNEXPECTED.length).trimEnd() } };
}

/**
 * Code, description and position of each error. One without a position is the shell's undoing: it prints its own TypeError.
 */
export function projectSummaryError({ errors }: DatabaseError): PrintedError {
  if (errors.length === 0) return { message: '' };
  if (errors.some(({ position }) => position === undefined)) return { message: NO_POSITION };
  return {
    errors: errors.map(({ code, description, position = [] }) => ({
      code,
      description,
      position: stepsIn(position.join(', ')),
    })),
  };
}
const NO_POSITION = "Cannot read properties of undefined (reading 'join')";

/** Steps stand without quotes, so a digit is an index. */
function stepsIn(position: string): (string | number)[] {
  if (position === '') return [];
  return position.split(', ').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** The costs of the query have a fixed word. */
export function steadySummary(text: string): string {
  return text.replace(STATISTICS, (block) => block.replaceAll(/\d+$/gm, '…'));
}
