import { DATABASES, KEYS } from '../../data/ids.ts';
import { Ref } from '../../data/ref.ts';
import { isTagged } from '../../data/data.ts';
import { addKeyScope, keyScopes, removeKeyScope } from '../../auth/key-scopes.ts';
import { newHash, newSecret } from '../../auth/new-hash.ts';
import { decodeSecret, encodeSecret, hashedPart } from '../../store/secret.ts';
import { prepend } from '../order.ts';
import { roleRule } from '../role-rule.ts';
import { dataRule, priorityRule, stringRule, ttlRule, typed } from '../rules.ts';
import type { Draft, Kind } from '../kind.ts';

/** Keys (spec 4.8). The answer to a creation shows the secret before its hash. */
export const key: Kind = {
  word: 'Key',
  fields: [
    dataRule,
    priorityRule,
    ttlRule,
    typed(
      'database',
      'Database Ref',
      (value) => isTagged(value) && value.kind === 'ref' && value.collection === DATABASES,
    ),
    { ...roleRule, required: true },
    stringRule('hashed_secret'),
  ],
  prepare: setSecret,
  reply: ({ fields, secret }) => {
    const hash = fields.get('hashed_secret');
    if (secret === undefined || hash === undefined) return fields;
    return fields.without('hashed_secret').with('secret', secret).with('hashed_secret', hash);
  },
  check: refuseDoubles,
  stored: ({ ref, context: { transaction } }) => addKeyScope(ref.id, ref.scope, transaction),
  deleted: (ref, _fields, { transaction }) => removeKeyScope(ref.id, ref.scope, transaction),
};

function setSecret(draft: Draft): void {
  const { action, before, ref, context } = draft;
  const stored = before?.get('hashed_secret');
  if (action === 'replace') {
    const rest = draft.fields.without('hashed_secret');
    draft.fields = stored === undefined ? rest : prepend('hashed_secret', stored, rest);
  } else if (stored !== undefined) draft.fields = draft.fields.with('hashed_secret', stored);
  if (restoreSecret(draft) || action !== 'create' || draft.fields.has('hashed_secret')) return;
  const { random, hash } = newSecret(context);
  draft.secret = encodeSecret({ kind: 'key', id: ref.id, random });
  draft.fields = draft.fields.with('hashed_secret', hash);
}

/** Keys of one id may live in several databases, but not with one hash: a secret must lead to one of them. */
function refuseDoubles({ ref, fields, failures, context: { transaction } }: Draft): void {
  const hash = fields.get('hashed_secret');
  const isTaken = keyScopes(ref.id, transaction).some(
    (scope) =>
      scope !== ref.scope &&
      transaction.read(new Ref(scope, KEYS, ref.id))?.fields.get('hashed_secret') === hash,
  );
  if (isTaken)
    failures.push({ field: ['hashed_secret'], code: 'duplicate value', description: 'Value is not unique.' });
}

/** A key that is put back with the secret it had: the secret must be this key's. */
function restoreSecret(draft: Draft): boolean {
  const given = draft.params.get('secret') ?? null;
  if (given === null) return false;
  const secret = typeof given === 'string' ? decodeSecret(given) : undefined;
  if (secret?.kind === 'key' && secret.id === draft.ref.id)
    draft.fields = draft.fields.with('hashed_secret', newHash(hashedPart(secret), draft.context));
  else
    draft.failures.push({
      field: ['secret'],
      code: 'invalid secret',
      description: 'Invalid secret at `List(secret)`',
    });
  return true;
}
