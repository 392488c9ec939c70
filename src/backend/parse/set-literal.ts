import { findForm } from './form-index.ts';
import { invalidExpression } from './parse-error.ts';
import { isTagged, type Data } from '../data/data.ts';
import { QueryFailure } from '../eval/failure.ts';
import type { Obj } from '../data/obj.ts';
import type { Parser } from './parser.ts';
import type { Position } from '../data/position.ts';
import type { SetValue } from '../data/set.ts';

/** The functions whose forms, without being computed, are the contents of a `@set` (spec 2.7). */
const SET_FUNCTIONS: ReadonlySet<string> = new Set([
  'match',
  'singleton',
  'events',
  'documents',
  'union',
  'intersection',
  'difference',
  'distinct',
  'reverse',
  'range',
  'join',
  'filter',
]);

/**
 * Builds the set that a `@set` describes, by the functions that make sets. What goes wrong there keeps its text and place but
 * has the code of a parse error.
 */
export function readSetLiteral(content: Obj, position: Position, parser: Parser): SetValue {
  const form = findForm(
    content.entries.map(([key]) => key),
    parser.version,
  );
  if (form === undefined || !SET_FUNCTIONS.has(form.params[0]?.[0] ?? ''))
    throw invalidExpression(position, 'Invalid set.');
  const values = form.params.map(([key, { syntax, cast }]) => {
    const argument = content.get(key);
    const place = position.at(key);
    if (argument === undefined) return asParsing(() => cast(undefined, place, parser.context));
    const value =
      syntax === 'expression' ? parser.quoted(argument, place) : lambdaOr(argument, place, parser);
    return asParsing(() => cast(value, place, parser.context));
  });
  const set = asParsing(() => form.run(values, parser.context, position));
  if (isTagged(set) && set.kind === 'set') return set;
  throw invalidExpression(position, 'Invalid set.');
}

/** The lambda of a `filter` or a `join` is written without `@query`; a `join` may have an index ref instead. */
function lambdaOr(argument: Data, position: Position, parser: Parser): Data {
  const isRef = isTagged(argument) && argument.kind === 'object' && argument.has('@ref');
  return isRef ? parser.quoted(argument, position) : parser.lambdaLiteral(argument, position, parser.version);
}

function asParsing<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof QueryFailure)) throw error;
    throw new QueryFailure(
      error.errors.map(({ position, description }) => ({
        position,
        code: 'invalid expression',
        description,
      })),
    );
  }
}
