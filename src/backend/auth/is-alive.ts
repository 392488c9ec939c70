import { databaseOf } from '../schema/database-of.ts';
import { ROOT_SCOPE, type Transaction } from '../store/store.ts';
import type { ScopeId } from '../data/ids.ts';

/** Whether a database and all that it lies in are there. */
export function isAlive(scope: ScopeId, transaction: Transaction): boolean {
  if (scope === ROOT_SCOPE) return true;
  const database = databaseOf(scope, { transaction });
  return (
    database !== undefined && transaction.read(database) !== undefined && isAlive(database.scope, transaction)
  );
}
