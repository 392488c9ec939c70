import { CREDENTIALS } from '../data/ids.ts';
import { isTagged } from '../data/data.ts';
import { Obj } from '../data/obj.ts';
import { Ref } from '../data/ref.ts';
import { newHash } from '../auth/new-hash.ts';
import { credentialsOf, setCredentialsOf } from '../auth/credentials-of.ts';
import type { Draft } from './kind.ts';

/**
 * Writes the password that came with a document into its credentials, made if it has none: with server rights, and
 * without asking for the old password (spec 4.7).
 */
export function writeSideCar({ params, ref, context }: Draft): void {
  const credentials = params.get('credentials') ?? null;
  if (!isTagged(credentials) || credentials.kind !== 'object') return;
  const password = credentials.get('password');
  if (typeof password !== 'string') return;
  const hash = newHash(password, context);
  const { transaction } = context;
  const known = credentialsOf(ref, transaction);
  const before = known && transaction.read(known);
  if (known !== undefined && before !== undefined) {
    transaction.write(known, 'update', before.fields.with('hashed_password', hash));
    return;
  }
  const made = new Ref(ref.scope, CREDENTIALS, transaction.newId());
  transaction.write(made, 'create', Obj.of({ hashed_password: hash, instance: ref }));
  setCredentialsOf(ref, made, transaction);
}
