import type { Dialect } from '../dialect.ts';
import { noProperty } from '../print/faults.ts';
import type { ExpressionTraits } from './traits.ts';

/**
 * The function name that the driver prints for a wire name: `has_current_identity` is `HasCurrentIdentity`.
 * @throws TypeError as the driver does for no name and for names of `Object.prototype`, which its table inherits.
 */
export function functionName(
  wireName: string | undefined,
  { spelled }: ExpressionTraits,
  dialect: Dialect,
): string {
  if (wireName === undefined) throw noProperty('undefined', 'split', dialect);
  if (wireName in Object.prototype) throw new TypeError('fn.split is not a function');
  return (spelled.get(wireName) ?? wireName)
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** Whether `functionName` makes the name of anything: its words are joined, each with a capital where it has letters. */
export function isFunctionName(name: string): boolean {
  const first = name.charAt(0);
  return first === first.toUpperCase() && !name.includes('_');
}
