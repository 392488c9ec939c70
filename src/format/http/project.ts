import { fromWire, toWire, type Value } from '../../value/index.ts';

/** The wire says everything; what it spells differently (NaN as a string) is spelt so here. */
export function project(value: Value): Value {
  return fromWire(toWire(value));
}
