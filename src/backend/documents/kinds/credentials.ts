import { isTagged } from '../../data/data.ts';
import type { Obj } from '../../data/obj.ts';
import type { Ref } from '../../data/ref.ts';
import { checkHash } from '../../auth/check-hash.ts';
import { newHash } from '../../auth/new-hash.ts';
import { failure } from '../../eval/failure.ts';
import { notUnique } from '../errors.ts';
import { invalidType } from '../failures.ts';
import { credentialsOf, dropCredentialsOf, setCredentialsOf } from '../../auth/credentials-of.ts';
import { dataRule, instanceRule, stringRule, ttlRule } from '../rules.ts';
import { storedType } from '../stored-type.ts';
import type { Draft, Kind } from '../kind.ts';

/** Credentials: whose password hashes to what (spec 4.7). */
export const credentials: Kind = {
  word: 'Credentials',
  fields: [dataRule, ttlRule, instanceRule, stringRule('hashed_password')],
  prepare: setPassword,
  check: checkUnique,
  stored: ({ ref, fields, before, context: { transaction } }) => {
    const old = instanceOf(before);
    const now = instanceOf(fields);
    if (old !== undefined) dropCredentialsOf(old, transaction);
    if (now !== undefined) setCredentialsOf(now, ref, transaction);
  },
  deleted: (_ref, fields, { transaction }) => {
    const instance = instanceOf(fields);
    if (instance !== undefined) dropCredentialsOf(instance, transaction);
  },
};

/** The hash of a new password. Only a server may set one without the old, or give a hash of its own making. */
function setPassword(draft: Draft): void {
  const { params, before, action, context, failures } = draft;
  const isServer = context.auth.power.kind === 'server';
  if (!isServer) draft.fields = keepHash(draft);
  const current = isServer ? null : (params.get('current_password') ?? null);
  if (current !== null && typeof current !== 'string') {
    failures.push(invalidType(['current_password'], storedType(current), 'String'));
    return;
  }
  const password = params.get('password') ?? null;
  if (password === null) return;
  if (typeof password !== 'string') {
    failures.push(invalidType(['password'], storedType(password), 'String'));
    return;
  }
  const hash = before?.get('hashed_password');
  // A replacement is compared with nothing: the old hash is not in what replaces it.
  const isGuarded = !isServer && action === 'update' && typeof hash === 'string';
  if (isGuarded && (current === null || !checkHash(current, hash, context))) {
    const description = 'Invalid password at `current_password`.';
    failures.push({ field: ['current_password'], code: 'invalid password', description });
    return;
  }
  draft.fields = draft.fields.with('hashed_password', newHash(password, context));
}

/** What others than servers say of a hash is ignored: an update keeps the stored one, a replacement has none. */
function keepHash({ fields, before, action }: Draft): Obj {
  const stored = before?.get('hashed_password');
  if (action !== 'update' || stored === undefined) return fields.without('hashed_password');
  return fields.with('hashed_password', stored);
}

function checkUnique({ fields, ref, position, context }: Draft): void {
  const instance = instanceOf(fields);
  const other = instance && credentialsOf(instance, context.transaction);
  if (other === undefined || other.id === ref.id) return;
  if (context.transaction.read(other) === undefined) return;
  throw failure(position, ...notUnique(context));
}

function instanceOf(fields: Obj | undefined): Ref | undefined {
  const instance = fields?.get('instance') ?? null;
  return isTagged(instance) && instance.kind === 'ref' ? instance : undefined;
}
