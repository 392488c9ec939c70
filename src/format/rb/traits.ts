import type { Generation } from '../../value/index.ts';

/** Where releases of the Ruby driver and runtimes differ. */
export interface RubyTraits {
  readonly generation: Generation;
  /** `path`: `@value="classes/users/1"`; `members`: `@id="1", @class_=…`. */
  readonly ref: 'path' | 'members';
  /** `@bytes` and `@query` are decoded, or stay hashes of one key. */
  readonly bytes: boolean;
  readonly query: boolean;
  /** `{a: 1}` of Ruby 3.4 and later, or `{:a=>1}`. */
  readonly newHash: boolean;
}
