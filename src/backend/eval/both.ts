import { collect } from './collect.ts';

/** Computes two things and joins the errors of both. */
export function both<A, B>(first: () => A, second: () => B): readonly [A, B] {
  const results: { a?: A; b?: B } = {};
  collect([() => void (results.a = first()), () => void (results.b = second())], (compute) => compute());
  // `collect` has thrown if one of the two did not give its result.
  if (!('a' in results) || !('b' in results)) throw new Error('a part gave neither a result nor an error');
  return [results.a, results.b];
}
