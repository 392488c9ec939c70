import type { Place } from './page.ts';

/** How bad it is: `error` cannot be true or gives something away, `warning` should not stay, `note` is good to know. */
export const LEVELS = ['error', 'warning', 'note'] as const;
export type Level = (typeof LEVELS)[number];

/** What may be wrong with a page; the codes are part of the published JSON. */
export type Code =
  | 'key-secret'
  | 'token-secret'
  | 'sample-secret'
  | 'address'
  | 'impossible-token'
  | 'impossible-time'
  | 'odd-token'
  | 'printed-by-none'
  | 'edited'
  | 'shortened'
  | 'layout'
  | 'other-driver'
  | 'too-early'
  | 'outdated'
  | 'tabs-differ';

/** Something that a reader of the page should know, and where it stands. */
export interface AuditFinding {
  readonly level: Level;
  readonly code: Code;
  /** One or two sentences; never quotes a secret. */
  readonly message: string;
  readonly place: Place;
  /** Number of the sample that it is about, from 1; absent: the page. */
  readonly sample?: number;
}
