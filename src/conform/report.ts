import type { ReplayResult } from './result.ts';

/** What a run of `conform` found; written as it is by `--json`. */
export interface ConformReport {
  readonly version: 1;
  readonly url: string;
  readonly total: Counts;
  readonly recordings: readonly Tally[];
  readonly functions: readonly FunctionTally[];
  /** Every exchange that differed, excepted ones too, in the order of the recordings. */
  readonly differences: readonly ReplayResult[];
  /** Exceptions whose exchange was replayed and did not differ. */
  readonly staleExceptions: readonly Exception[];
}

export interface Counts {
  readonly exchanges: number;
  readonly same: number;
  readonly different: number;
  readonly excepted: number;
  readonly unstable: number;
}

export interface Tally extends Counts {
  readonly recording: string;
}

export interface FunctionTally extends Tally {
  readonly function: string;
}

/** An exchange that no right server can answer as recorded, and why. */
export interface Exception {
  readonly recording: string;
  readonly history: string;
  readonly step: number;
  readonly reason: string;
}
