import type { Dialect } from '../dialect.ts';

/** Node.js releases whose V8 still words failed property look-ups in the old way. */
const OLD_WORDS: ReadonlySet<string> = new Set(['n4', 'n6', 'n8', 'n10', 'n11', 'n12', 'n14']);

/** The TypeError of `undefined.key` and `null.key`. */
export function noProperty(of: 'undefined' | 'null', key: string, { profile }: Dialect): TypeError {
  return new TypeError(
    OLD_WORDS.has(profile)
      ? `Cannot read property '${key}' of ${of}`
      : `Cannot read properties of ${of} (reading '${key}')`,
  );
}

/** The TypeError of `Object.keys(undefined)`. */
export function noObject(): TypeError {
  return new TypeError('Cannot convert undefined or null to object');
}

/** What endless recursion ends in. */
export function tooDeep(): RangeError {
  return new RangeError('Maximum call stack size exceeded');
}
