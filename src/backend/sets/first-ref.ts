import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';
import type { SetValue } from '../data/set.ts';
import type { Context } from '../eval/context.ts';
import { countRead } from './count-read.ts';
import { FIRST, LAST, refOf } from './item.ts';
import { readable } from './paginate.ts';
import { setOf } from './set-of.ts';

/**
 * The document of a set's first element, whether the caller may read it or not (spec 5.5); `undefined`: the set is empty. A
 * set that he may not read as a whole is refused at `position`.
 */
export function firstRef(value: SetValue, context: Context, position: Position): Ref | undefined {
  const set = readable(setOf(value, context), context, position);
  countRead(value, context);
  for (const { item } of set.snapshot(context, { from: FIRST, to: LAST, ascending: true }))
    return refOf(item);
  return undefined;
}
