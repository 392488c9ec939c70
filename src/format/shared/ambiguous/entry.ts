import type { Entry, Value } from '../../../value/index.ts';
import type { Order } from './list.ts';
import { remembered, type Rule } from './rule.ts';
import { sequence } from './sequence.ts';

/** An entry of an object: a key with what separates it from its value, and the value. */
export function entryRule(key: Rule<string>, value: Rule<Value>): Rule<Entry> {
  return remembered(sequence([key, value], (name, inner): Entry => [name, inner]));
}

/**
 * The order of objects whose keys are sorted by `follows`, from some number of entries on. A key in the wrong place is
 * dropped before its values are looked at.
 */
export function keyOrder(
  key: Rule<string>,
  value: Rule<Value>,
  { from, follows }: { readonly from: number; readonly follows: (before: string, after: string) => boolean },
): Order<Entry> {
  return {
    from,
    *behind(scan, at, end, [before]) {
      for (const middle of key.ends(scan, at)) {
        if (middle > end) continue;
        for (const name of key.values(scan, at, middle)) {
          if (!follows(before, name) || !value.reaches(scan, middle, end)) continue;
          for (const inner of value.values(scan, middle, end)) yield [name, inner];
        }
      }
    },
  };
}
