/** A tab of an example: what one driver prints for the value that all of them are given. */
export type Tab =
  /** The driver itself printed it. */
  | { readonly state: 'printed'; readonly title: string; readonly text: string }
  /** The driver is not here; the model of its format wrote it. */
  | { readonly state: 'modelled'; readonly title: string; readonly text: string; readonly why: string }
  /** The driver is not here, or did not print. */
  | { readonly state: 'missing'; readonly title: string; readonly why: string };

/** What is to be shown: a step of a scenario. */
export interface Subject {
  readonly scenario: string;
  /** Absent: the scenario's first step. */
  readonly step?: string;
}

/** The samples cannot be taken, or a page asks for what there is not; nothing was written. */
export class SampleError extends Error {
  override readonly name = 'SampleError';
}

/** The tabs of every subject, by driver. */
export interface Samples {
  tab(subject: Subject, driver: string): Tab;
}
