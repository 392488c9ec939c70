import type { DocumentKey } from './store.ts';
import type { Version } from './version.ts';

/**
 * One change to a document's history: at one place, between `previous` and `next`, `before` became `after`. An ordinary
 * write has no `next`. What the document's history implies elsewhere (index events) changes between those four only.
 */
export interface Change {
  readonly key: DocumentKey;
  readonly previous: Version | undefined;
  readonly before: Version | undefined;
  readonly after: Version | undefined;
  readonly next: Version | undefined;
}
