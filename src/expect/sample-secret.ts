import type { Secret } from './secret.ts';

/** What the random part of a secret begins with when it was made up for a page: nobody's secret, and easy to tell. */
export const SAMPLE_MARK = 'printproof';

/** Whether a secret was made up by `printproof samples`. */
export function isSampleSecret({ random }: Secret): boolean {
  return Buffer.from(random).subarray(0, SAMPLE_MARK.length).toString('latin1') === SAMPLE_MARK;
}
