import { databaseOf } from './database-of.ts';
import type { ScopeId } from '../data/ids.ts';
import type { Transaction } from '../store/store.ts';
import { zBase32 } from '../store/z-base-32.ts';

/** The global id of a database as it is shown; that of the root is all zeros. */
export function globalIdOf(scope: ScopeId, transaction: Transaction): string {
  const database = databaseOf(scope, { transaction });
  const id = database === undefined ? undefined : transaction.read(database)?.fields.get('global_id');
  return typeof id === 'string' ? id : zBase32(0n);
}
