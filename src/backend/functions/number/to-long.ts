const LARGEST = 2n ** 63n - 1n;
const SMALLEST = -(2n ** 63n);

/** A double as a 64-bit integer, as Java converts it: toward zero, the ends for what is beyond, 0 for NaN. */
export function toLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return LARGEST;
  return value <= -(2 ** 63) ? SMALLEST : BigInt(Math.trunc(value));
}

/** The 64 bits of an integer that has more. */
export function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}
