/**
 * What a check came to. Findings and breakdowns come in; one word, whose move it is, and whether the file of known
 * divergences expected just that go out. A verdict is never rewritten: a known divergence stays `fail`, marked as known.
 */
import type { Finding } from '../expect/finding.ts';

/** In the order in which reports list them. */
export const VERDICTS = [
  'pass',
  'fail',
  'unreadable print',
  'crashed',
  'timed out',
  'protocol error',
  'unsupported',
  'unavailable',
  'broken',
  'not run',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One thing to be found out: an expectation of a step of a scenario, for a driver. */
export interface Check {
  readonly scenario: string;
  readonly driver: string;
  readonly step: string;
  readonly expectation: string;
}

export interface Result {
  readonly check: Check;
  readonly verdict: Verdict;
  readonly finding?: Finding;
  /** The id of the known divergence that expected just this. */
  readonly known?: string;
  /** False: this result makes the run red. */
  readonly expected: boolean;
}

/** The name of a check as tests and reports print it. */
export function checkName({ scenario, driver, step, expectation }: Check): string {
  return `${scenario} › ${driver} › ${step}: ${expectation}`;
}
