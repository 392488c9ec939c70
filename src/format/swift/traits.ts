import type { Generation } from '../../value/index.ts';

/** Where releases of the Swift driver differ. */
export interface SwiftTraits {
  readonly generation: Generation;
  /** `path`: `classes/users/1`; `members`: `RefV(id=1, class=RefV(…))`. */
  readonly ref: 'path' | 'members';
  /** `@bytes` and `@query` are decoded, or stay objects of one key. */
  readonly bytes: boolean;
  readonly query: boolean;
}
