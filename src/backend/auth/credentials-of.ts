import { CREDENTIALS } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import type { Transaction } from '../store/store.ts';

/**
 * The credentials document of an identity, found through the name table: kind `credentials`, in the identity's scope, named
 * `<collection number>/<id>`.
 */
export function credentialsOf(identity: Ref, transaction: Transaction): Ref | undefined {
  const name = `${String(identity.collection)}/${String(identity.id)}`;
  const id = transaction.names.current('credentials', identity.scope, name);
  return id === undefined ? undefined : new Ref(identity.scope, CREDENTIALS, id);
}
