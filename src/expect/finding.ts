/**
 * What an expectation found wrong. Canonical values come in, findings go out; whether a finding was expected is decided
 * later. The witnesses tell whose move it is: DESIGN calls them request, response, decoded and printed.
 */
import type { Json } from '../value/index.ts';

/** Whose move it is. */
export const MOVES = [
  'query builder',
  'decoder',
  'printer',
  'our parser',
  'backend',
  'shim',
  'scenario',
  'environment',
  'nobody',
] as const;
export type Move = (typeof MOVES)[number];

export interface Finding {
  readonly move: Move;
  /** What differs, without the place and without anything volatile: what known divergences are matched by. */
  readonly shape: string;
  /** Where, as a path without the numbers of list elements: `data.tags[]`. */
  readonly place?: string;
  /** For people: both sides and the place. */
  readonly detail: string;
  /** The two sides as tagged values, where there are two. */
  readonly left?: Json;
  readonly right?: Json;
  /** What the two sides are, for people: `decoded` and `printed`. */
  readonly sides?: readonly [left: string, right: string];
}
