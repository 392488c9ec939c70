import type { ApiVersion } from '../core.ts';
import type { Data } from '../data/data.ts';
import type { Lambda } from '../data/lambda.ts';
import type { Position } from '../data/position.ts';
import type { Auth } from '../auth/auth.ts';
import type { CostCounter } from '../query/costs.ts';
import type { Secrets } from '../auth/secrets.ts';
import type { Tape } from '../query/tape.ts';
import type { Transaction } from '../store/store.ts';
import type { EffectLimit } from './effect.ts';

/** Gives the value of a lambda for an argument; `position` is where errors about the argument's shape are reported. */
export type ApplyLambda = (lambda: Lambda, argument: Data, position: Position, context: Context) => Data;

/** What surrounds an evaluation: who asks, at which time it reads, what it may do, how deep calls are nested. */
export interface Context {
  /** The version of the request; inside a stored lambda still that of the request. */
  readonly version: ApiVersion;
  readonly transaction: Transaction;
  readonly auth: Auth;
  /** Microseconds; `undefined`: now, with the query's own writes. Set by `at`. */
  readonly validTime: bigint | undefined;
  readonly limit: EffectLimit;
  /** How many lambdas are being applied inside each other. */
  readonly depth: number;
  readonly tape: Tape;
  readonly costs: CostCounter;
  /** Makes new secrets, hashes and checks passwords; use `auth/check-hash.ts` and `auth/new-hash.ts` in evaluation. */
  readonly secrets: Secrets;
  /** `applyLambda`, for those whom evaluation itself calls and who cannot import it (role predicates). */
  readonly apply: ApplyLambda;
}

/** The same surroundings with something changed. */
export function within(context: Context, changes: Partial<Context>): Context {
  return { ...context, ...changes };
}
