import { both } from '../eval/both.ts';
import { SetValue, type Bound } from '../data/set.ts';
import type { Data } from '../data/data.ts';
import type { Position } from '../data/position.ts';
import type { Context } from '../eval/context.ts';
import { readCursor } from './cursor.ts';
import { isFirstId, isLastId, memberOf, refOf, type SetItem } from './item.ts';
import { setOf } from './set-of.ts';

/** The part of a set between two cursors, both included; what is wrong with both is reported together. */
export function rangeOf(of: SetValue, from: Data, to: Data, context: Context, position: Position): SetValue {
  const source = setOf(of, context);
  const [lower, upper] = both(
    () => boundOf(readCursor(source, from, true, position.at('from'), context).item),
    () => boundOf(readCursor(source, to, false, position.at('to'), context).item),
  );
  return new SetValue({ op: 'range', of, from: shown(lower), to: shown(upper), lower, upper });
}

function boundOf(item: SetItem): Bound {
  const member = memberOf(item);
  const ref = isFirstId(member) ? 'first' : isLastId(member) ? 'last' : refOf(member);
  return { values: member.values, ref };
}

/** A bound shows its values, or the document where it has none. */
function shown({ values, ref }: Bound): Data {
  const [first, ...others] = values;
  if (first === undefined) return ref === 'first' || ref === 'last' ? null : ref;
  return others.length === 0 ? first.value : values.map(({ value }) => value);
}
