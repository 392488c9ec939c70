import { build, type Value } from '../../value/index.ts';
import { strFloat } from './repr-float.ts';
import type { Traits } from './traits.ts';

/**
 * What a float at the top of a print says: all of it, but in Python 2.7 its first 12 digits, which thousands of floats share.
 * The likeliest is the one that these digits write.
 */
export function rounded(value: number, { isPython2 }: Traits): Value {
  if (!isPython2 || !Number.isFinite(value)) return build.double(value);
  return build.oneOf([
    build.double(Number(strFloat(value))),
    build.unsaid('digits of a float behind the 12th'),
  ]);
}
