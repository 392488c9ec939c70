import * as fc from 'fast-check';

const LONGS: readonly bigint[] = [
  0n,
  1n,
  -1n,
  10n,
  2n ** 31n,
  2n ** 53n - 1n,
  2n ** 53n + 1n,
  -(2n ** 53n) - 1n,
  10n ** 15n,
  10n ** 16n,
  10n ** 17n,
  2n ** 63n - 1n,
  -(2n ** 63n),
];

const DOUBLES: readonly number[] = [
  0,
  -0,
  1,
  -1,
  0.1,
  0.5,
  1e-4,
  1e-5,
  1e-7,
  0.001,
  100,
  100_000,
  1e6,
  1e7,
  12_345_678.9,
  1e15,
  1e16,
  1e17,
  1e20,
  1e21,
  1e22,
  1e23,
  2e23,
  123_456_789_012_345_680_000,
  2 ** 53,
  2 ** 53 + 2,
  2 ** 63,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.MIN_VALUE,
  2.2250738585072014e-308,
  1 / 3,
];

/** Signed 64-bit integers; many of them round when they become doubles. */
export function arbitraryLong(): fc.Arbitrary<bigint> {
  return fc.oneof(
    fc.bigInt({ min: -100n, max: 100n }),
    fc.constantFrom(...LONGS),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  );
}

/** Finite doubles, -0 included: the database writes NaN and the infinities as strings. */
export function arbitraryDouble(): fc.Arbitrary<number> {
  return fc.oneof(
    fc.constantFrom(...DOUBLES),
    fc.integer({ min: -1000, max: 1000 }).map((cents) => cents / 100),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
}
