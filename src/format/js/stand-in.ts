import { inspect } from 'node:util';

/**
 * An object in the place of one of the driver's values: it prints itself through `util.inspect.custom`, which is all that
 * Node.js sees of it.
 */
export abstract class StandIn {
  abstract toString(): string;
  [inspect.custom](): string {
    return this.toString();
  }
}

/** A special value that the driver prints as the word `undefined`: see `print-expression.ts` on single terms. */
export class LostTermStandIn extends StandIn {
  override toString(): string {
    return 'undefined';
  }
}

/** JavaScript's own conversion to text, `[object Object]` included: what `+` and `toString()` do in the driver. */
export function asText(value: unknown): string {
  return String(value);
}
