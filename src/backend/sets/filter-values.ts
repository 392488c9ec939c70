import type { Data } from '../data/data.ts';
import type { Lambda } from '../data/lambda.ts';
import type { Position } from '../data/position.ts';
import type { Context } from '../eval/context.ts';
import { collect } from '../eval/collect.ts';
import { boolean } from '../functions/casts.ts';

/**
 * The values for which a lambda gives `true`, and what stands beside them (the cursors of a page's elements). Results that
 * are no booleans are reported at their indexes (spec 4.11).
 */
export function filterValues(
  filter: Lambda,
  values: readonly Data[],
  beside: readonly Data[],
  context: Context,
  position: Position,
): { readonly values: readonly Data[]; readonly beside: readonly Data[] } {
  const results = collect(values, (value) => context.apply(filter, value, position.at('filter'), context));
  const kept = collect(results, (result, index) => boolean.cast(result, position.at(index), context));
  return {
    values: values.filter((_, index) => kept[index]),
    beside: beside.filter((_, index) => kept[index]),
  };
}
