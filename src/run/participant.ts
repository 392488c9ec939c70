import type { Session } from '../driver/driver.ts';

/** A driver that takes part in a run, before anybody knows whether it can. */
export interface Participant {
  readonly name: string;
  readonly title: string;
  readonly package: string;
  readonly version: string;
  /** Id of the format that it prints in: `js/4.3`. */
  readonly format: string;
  /** Sets the driver up, where that is to be done, and opens a session. May reject once the signal is aborted. */
  open(progress: (message: string) => void, signal: AbortSignal): Promise<Opening>;
}

export type Opening =
  | { readonly kind: 'ready'; readonly session: Session }
  | { readonly kind: 'unavailable'; readonly missing: string; readonly get: string }
  | { readonly kind: 'broken'; readonly problem: string };
