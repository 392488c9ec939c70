import { expectedText } from '../eval/argument-errors.ts';
import { failure, type QueryFailure } from '../eval/failure.ts';
import { typeName } from '../data/type-name.ts';
import type { Data } from '../data/data.ts';
import type { Position } from '../data/position.ts';

/** `invalid expression`: the code of everything that is found wrong while parsing. */
export function invalidExpression(position: Position, description: string): QueryFailure {
  return failure(position, 'invalid expression', description);
}

/** `X expected, Y provided.`, found while parsing. */
export function expectedExpression(
  position: Position,
  types: readonly string[],
  provided: Data,
): QueryFailure {
  return invalidExpression(position, expectedText(types, typeName(provided)));
}
