import { atTime, LATEST, memberOf } from '../sets/item.ts';
import { elementData, readable, visibleElements } from '../sets/paginate.ts';
import { isArray, type Data } from '../data/data.ts';
import { setOf } from '../sets/set-of.ts';
import type { Context } from '../eval/context.ts';
import type { Page } from '../data/page.ts';
import type { Position } from '../data/position.ts';
import type { SetValue } from '../data/set.ts';

/** What a function of all elements takes. */
export type Source = readonly Data[] | Page | SetValue;

/** The elements of an array, a page or a whole set; a set that may not be read is refused at `position`. */
export function elementsOf(source: Source, context: Context, position: Position): Iterable<Data> {
  if (isArray(source)) return source;
  return source.kind === 'page' ? source.data : setElements(source, context, position);
}

function* setElements(source: SetValue, context: Context, position: Position): Iterable<Data> {
  const set = readable(setOf(source, context), context, position);
  const last = atTime(set.last, context.validTime ?? LATEST);
  const range = { from: memberOf(set.first), to: memberOf(last), ascending: true };
  const elements = set.shape.isHistorical ? set.history(context, range) : set.snapshot(context, range);
  for (const element of visibleElements(set, elements, context))
    yield elementData(set, element.item, context);
}
