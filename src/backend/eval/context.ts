import type { ApiVersion } from '../core.ts';
import type { EffectLimit } from './effect.ts';

/** What surrounds an evaluation: who asks, at which time it reads, what it may do, how deep calls are nested. */
export interface Context {
  /** The version of the request. */
  readonly version: ApiVersion;
  /** Microseconds; `undefined`: now, with the query's own writes. Set by `at`. */
  readonly validTime: bigint | undefined;
  readonly limit: EffectLimit;
  /** How many lambdas are being applied inside each other. */
  readonly depth: number;
}
