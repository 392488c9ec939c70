import type { Data } from '../data/data.ts';
import type { Position } from '../data/position.ts';
import type { SetValue } from '../data/set.ts';
import type { Context } from '../eval/context.ts';
import { countRead } from './count-read.ts';
import { FIRST, LAST } from './item.ts';
import { elementData, readable, visibleElements } from './paginate.ts';
import { setOf } from './set-of.ts';

/**
 * All elements of a set that the caller may see, for functions that go through it. A set that he may not read is refused at
 * `position`.
 */
export function* elements(value: SetValue, context: Context, position: Position): Iterable<Data> {
  const set = readable(setOf(value, context), context, position);
  countRead(value, context);
  const range = { from: FIRST, to: LAST, ascending: true };
  const all = set.shape.isHistorical ? set.history(context, range) : set.snapshot(context, range);
  for (const { item } of visibleElements(set, all, context)) yield elementData(set, item, context);
}
