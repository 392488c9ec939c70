import { CREDENTIALS, type ScopeId } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import type { Transaction } from '../store/store.ts';

const KIND = 'credentials-of';

/** The credentials of a document; there is one at most (spec 4.7). It may be past its ttl. */
export function credentialsOf(instance: Ref, { names }: Transaction): Ref | undefined {
  const id = names.current(KIND, instance.scope, instanceKey(instance));
  return id === undefined ? undefined : new Ref(instance.scope, CREDENTIALS, id);
}

/** Notes whose credentials a document is. */
export function setCredentialsOf(instance: Ref, credentials: Ref, { names }: Transaction): void {
  names.set(KIND, instance.scope, instanceKey(instance), credentials.id);
}

/** Notes that a document has no credentials any more. */
export function dropCredentialsOf(instance: Ref, { names }: Transaction): void {
  names.delete(KIND, instance.scope, instanceKey(instance));
}

function instanceKey({
  scope,
  collection,
  id,
}: {
  readonly scope: ScopeId;
  readonly collection: number;
  readonly id: bigint;
}): string {
  return `${String(scope)}/${String(collection)}/${String(id)}`;
}
