import { toLong } from './to-long.ts';

/** What is added before digits are cut off: a half rounds, nothing truncates. */
export type Nudge = 0.5 | 0;

/**
 * `round` and `trunc` to so many decimal places, with the core's own arithmetic (spec 4.11, Numbers): its whole parts are
 * 64-bit integers and its power of ten a 32-bit one, and both go to their limit, not beyond.
 */
export function roundTo(value: number, places: bigint, nudge: Nudge): number {
  if (places <= 0n) return Number(roundWhole(value, places, nudge));
  const power = Math.min(10 ** Number(places), 2 ** 31 - 1);
  const whole = Number(toLong(value));
  const part = Number(toLong((value - whole + nudge / power) * power));
  return whole + part / power;
}

/** The same for places before the point: an integer. */
export function roundWhole(value: number, places: bigint, nudge: Nudge): bigint {
  const power = 10 ** Number(places);
  return toLong(Number(toLong(value * power + nudge)) / power);
}
