import type { Obj } from '../data/obj.ts';

/** What a version does to its document. */
export type VersionAction = 'create' | 'update' | 'delete';

/** One version of a document; a delete marker has no fields. */
export interface Version {
  /** Valid time in µs: what the document shows as `ts`. */
  readonly at: bigint;
  /** As written; a document's first live version counts as a `create` whatever it was written as (spec 2.8). */
  readonly action: VersionAction;
  /** In stored order, internal fields included. */
  readonly fields: Obj;
  /** From this time (µs) on the document is not found; absent: for ever. */
  readonly expires: bigint | undefined;
}
