import { build, type Value } from '../../../value/index.ts';

/** A number in an expression, where -0 prints `0`. */
export function termNumber(value: number): Value {
  return value === 0 ? build.oneOf([build.num(0), build.num(-0)]) : build.num(value);
}
