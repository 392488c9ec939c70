import { build, type Value } from '../../value/index.ts';
import type { Traits } from './traits.ts';

/** A dictionary of Python 2 has no order. */
export function inHashOrder(value: Value, { isPython2 }: Pick<Traits, 'isPython2'>): Value {
  if (!isPython2) return value;
  if (value.kind === 'oneOf')
    return build.oneOf(value.options.map((option) => inHashOrder(option, { isPython2 })));
  return value.kind === 'object' ? { ...value, ordered: false } : value;
}
