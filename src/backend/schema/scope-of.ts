import type { Ref } from '../data/ref.ts';
import type { ScopeId } from '../data/ids.ts';
import type { Transaction } from '../store/store.ts';

/** The inside of a database: the hidden field `scope` (an integer) of its document. `undefined`: there is no such database. */
export function scopeOf(database: Ref, transaction: Transaction): ScopeId | undefined {
  const scope = transaction.read(database)?.fields.get('scope');
  return typeof scope === 'bigint' ? Number(scope) : undefined;
}
