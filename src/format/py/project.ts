import { build, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { decode } from './decode.ts';
import { print } from './print.ts';
import { rounded } from './rounded.ts';
import type { Traits } from './traits.ts';

/** What is left of a value once the driver has decoded and printed it: nearly all of it, or nothing where that raises. */
export function project(value: Value, traits: Traits): Value {
  if (value.kind === 'unsaid') return value;
  try {
    print(value, traits);
    const decoded = decode(value, traits);
    return decoded.kind === 'double' ? rounded(decoded.value, traits) : decoded;
  } catch (cause) {
    if (cause instanceof UnprintableValue) return build.unsaid(`not printed: ${cause.message}`);
    throw cause;
  }
}
