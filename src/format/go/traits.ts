import type { Generation } from '../../value/index.ts';

/** Where releases of the Go driver that print words without quotes differ, and the runtimes below them. */
export interface WordTraits {
  readonly generation: Generation;
  /**
   * The fields of `RefV` (`faunadb/values.go`): `path`: `{classes/users/1}`; `class`: id, class, database; `collection`: id,
   * collection, class, database.
   */
  readonly ref: 'path' | 'class' | 'collection';
  /** Maps are printed in the order of their keys: Go 1.12 and later (`internal/fmtsort`). */
  readonly sorted: boolean;
  /** The decoder does not take the end of the object around a query (`parseQuery` in `faunadb/json.go`, up to v2.0.0). */
  readonly queryEndsTwice: boolean;
}
