import { failure } from './failure.ts';
import { isArray, isTagged, type Data } from '../data/data.ts';
import { pathText, type Path } from './path.ts';
import { undefinedRef } from './argument-errors.ts';
import { valueAtPath } from './value-at-path.ts';
import type { Context } from './context.ts';
import type { Position } from '../data/position.ts';

/**
 * The value at a path; with `all` always an array, and never missing. `fallback` gives the default, `undefined` if there
 * is none; `position` is that of `from`.
 */
export function select(
  path: Path,
  from: Data,
  all: boolean,
  fallback: () => Data | undefined,
  position: Position,
  context: Context,
): Data {
  if (isTagged(from) && from.kind === 'unresolved-ref') throw undefinedRef(position, from, context.version);
  const found = valueAtPath(from, path, all, context);
  if (all) return found === undefined ? [] : isArray(found) ? found : [found];
  const value = found === undefined ? fallback() : found;
  if (value === undefined)
    throw failure(position, 'value not found', `Value not found at path ${pathText(path)}.`, {
      missing: true,
    });
  return value;
}
