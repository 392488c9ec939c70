import { quoted } from './quoted.ts';
import type { QueryError, ValidationFailure } from '../eval/failure.ts';
import type { Position } from '../data/position.ts';

/** The envelope of errors of a query, as compact JSON (spec 1.8). */
export function renderErrors(errors: readonly QueryError[]): string {
  return `{"errors":${array(errors, error)}}`;
}

/** The envelope of one error that no query raised: it has no position. */
export function renderProtocolError(code: string, description: string): string {
  return `{"errors":[{"code":${quoted(code)},"description":${quoted(description)}}]}`;
}

/** The status of errors of a query: that of the first with the highest rank (spec 1.9). */
export function statusOf(errors: readonly QueryError[]): 400 | 403 | 404 {
  const highest = Math.max(...errors.map(rank));
  const chosen = errors.find((candidate) => rank(candidate) === highest);
  if (chosen?.code === 'permission denied') return 403;
  return chosen?.missing === true ? 404 : 400;
}

function rank({ code }: QueryError): number {
  if (code === 'invalid expression') return 3;
  if (code === 'invalid argument') return 2;
  return code === 'permission denied' ? 1 : 0;
}

function error({ position, code, description, failures = [], cause = [] }: QueryError): string {
  const head = `"position":${path(position)},"code":${quoted(code)},"description":${quoted(description)}`;
  const validation = failures.length === 0 ? '' : `,"failures":${array(failures, validationFailure)}`;
  const inner = cause.length === 0 ? '' : `,"cause":${array(cause, error)}`;
  return `{${head}${validation}${inner}}`;
}

function validationFailure({ field, code, description }: ValidationFailure): string {
  return `{"field":${array(field, quoted)},"code":${quoted(code)},"description":${quoted(description)}}`;
}

function path(position: Position): string {
  return array(position.path(), (step) => (typeof step === 'number' ? String(step) : quoted(step)));
}

function array<T>(items: readonly T[], write: (item: T) => string): string {
  return `[${items.map((item) => write(item)).join(',')}]`;
}
