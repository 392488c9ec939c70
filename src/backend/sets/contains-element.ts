import { equal } from '../eval/equal.ts';
import type { Data } from '../data/data.ts';
import type { Position } from '../data/position.ts';
import type { SetValue } from '../data/set.ts';
import type { Context } from '../eval/context.ts';
import { readCursor } from './cursor.ts';
import { paginate } from './paginate.ts';
import { setOf } from './set-of.ts';

/** Whether a value is an element of a set: the one at which a page that begins with it begins. */
export function containsElement(
  value: SetValue,
  element: Data,
  context: Context,
  position: Position,
): boolean {
  const set = setOf(value, context);
  const cursor = readCursor(set, element, true, position.at('contains_value'), context);
  const request = { cursor, ascending: true, size: 1n, sources: false };
  const { data } = paginate(set, request, context, position, undefined);
  return data.some((member) => equal(member, element));
}
