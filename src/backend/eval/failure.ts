import type { Position } from '../data/position.ts';

/** One element of `errors` in an answer (spec 1.8, appendix A). */
export interface QueryError {
  readonly position: Position;
  readonly code: string;
  readonly description: string;
  readonly failures?: readonly ValidationFailure[];
  /** Inner errors of a call; their positions are relative to the function's lambda. */
  readonly cause?: readonly QueryError[];
  /** True for the `not found` codes that answer 404 (spec 1.9: a document, a set, a value; not a key or an index). */
  readonly missing?: boolean;
}

/** Why a document is not valid. */
export interface ValidationFailure {
  readonly field: readonly string[];
  readonly code: string;
  readonly description: string;
}

/**
 * Thrown to end the evaluation of a query, or of the part of it that collects errors. Casts and functions throw it with
 * one error; array and object literals, list casts and the like join those of their parts.
 */
export class QueryFailure extends Error {
  override readonly name = 'QueryFailure';
  readonly errors: readonly QueryError[];
  constructor(errors: readonly QueryError[]) {
    super(errors.map(({ code, description }) => `${code}: ${description}`).join('; '));
    this.errors = errors;
  }
}

/** A failure of one error. */
export function failure(
  position: Position,
  code: string,
  description: string,
  more: Pick<QueryError, 'failures' | 'cause' | 'missing'> = {},
): QueryFailure {
  return new QueryFailure([{ position, code, description, ...more }]);
}

/** `invalid argument` with a text of its own. */
export function invalidArgument(position: Position, description: string): QueryFailure {
  return failure(position, 'invalid argument', description);
}
