import { DATABASES, type ScopeId } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import { ROOT_SCOPE, type Transaction } from '../store/store.ts';

/**
 * The database whose inside is `scope`, as a ref in its parent's scope; `undefined` for the root and for a database that
 * is gone. Whoever creates or moves a database keeps two entries of the name table, in the root scope and named after the
 * scope's number: `scope-database`, the id of the database's document, and `scope-parent`, the scope that document is in.
 */
export function databaseOf(
  scope: ScopeId,
  { transaction }: { readonly transaction: Transaction },
): Ref | undefined {
  const name = String(scope);
  const id = transaction.names.current('scope-database', ROOT_SCOPE, name);
  const parent = transaction.names.current('scope-parent', ROOT_SCOPE, name);
  return id === undefined || parent === undefined ? undefined : new Ref(Number(parent), DATABASES, id);
}
