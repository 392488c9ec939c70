import { toLong, wrap } from './to-long.ts';

/** An Integer or a Double. */
export type FqlNumber = bigint | number;

/** An operation on integers and one on doubles; a mixed pair is doubles. */
export interface Operation {
  readonly integers: (a: bigint, b: bigint) => bigint;
  readonly doubles: (a: number, b: number) => number;
}

export const ADD: Operation = { integers: (a, b) => a + b, doubles: (a, b) => a + b };
export const SUBTRACT: Operation = { integers: (a, b) => a - b, doubles: (a, b) => a - b };
export const MULTIPLY: Operation = { integers: (a, b) => a * b, doubles: (a, b) => a * b };
export const DIVIDE: Operation = { integers: (a, b) => a / b, doubles: (a, b) => a / b };
export const MODULO: Operation = { integers: (a, b) => a % b, doubles: (a, b) => a % b };
export const BIT_AND: Operation = onBits((a, b) => a & b);
export const BIT_OR: Operation = onBits((a, b) => a | b);
export const BIT_XOR: Operation = onBits((a, b) => a ^ b);

/** Applies an operation; integers keep their 64 bits. */
export function combine(a: FqlNumber, b: FqlNumber, { integers, doubles }: Operation): FqlNumber {
  if (typeof a === 'bigint' && typeof b === 'bigint') return wrap(integers(a, b));
  return doubles(Number(a), Number(b));
}

/** From left to right. */
export function fold([first = 0n, ...rest]: readonly FqlNumber[], operation: Operation): FqlNumber {
  return rest.reduce((result, next) => combine(result, next, operation), first);
}

/** Bits of doubles are those of the integers that they are cut to; the result is a double again. */
function onBits(integers: (a: bigint, b: bigint) => bigint): Operation {
  return { integers, doubles: (a, b) => Number(integers(toLong(a), toLong(b))) };
}
