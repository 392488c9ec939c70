import { build, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { decode } from './decode.ts';
import { print } from './print.ts';

/** What is left of a value once the driver has decoded and printed it: all of it, or nothing where that raises. */
export function project(value: Value): Value {
  if (value.kind === 'unsaid') return value;
  try {
    print(value);
    return decode(value);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return build.unsaid(`not printed: ${cause.message}`);
    throw cause;
  }
}
