import type { Tape } from '../query/tape.ts';
import type { Transaction } from '../store/store.ts';
import type { Secrets } from './secrets.ts';

/** What a credential is judged by. */
export interface Authentication {
  readonly transaction: Transaction;
  readonly tape: Tape;
  readonly secrets: Secrets;
  /** Secrets that give all power in the root database. */
  readonly rootSecrets: readonly string[];
}
