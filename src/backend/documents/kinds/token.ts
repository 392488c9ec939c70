import { ROOT_SCOPE, type Transaction } from '../../store/store.ts';
import { databaseOf } from '../../schema/database-of.ts';
import { encodeSecret } from '../../store/secret.ts';
import { newSecretHashedLater } from '../../auth/new-hash.ts';
import { dataRule, instanceRule, stringRule, ttlRule } from '../rules.ts';
import { dropTokenOf, setTokensOf } from '../tokens-of.ts';
import type { Draft, Kind } from '../kind.ts';
import type { ScopeId } from '../../data/ids.ts';

/** Tokens: secrets that speak for a document (spec 4.6). Answers to writes never show the hash, reads do. */
export const token: Kind = {
  word: 'Token',
  fields: [dataRule, ttlRule, instanceRule, stringRule('hashed_secret')],
  prepare: setSecret,
  reply: ({ fields, secret }) => {
    const shown = fields.without('hashed_secret');
    return secret === undefined ? shown : shown.with('secret', secret);
  },
  stored: setTokensOf,
  deleted: dropTokenOf,
};

/** A token without a hash gets a new secret; so does one that is replaced by one without. */
function setSecret(draft: Draft): void {
  const { ref, context, action } = draft;
  if (action === 'update' || draft.fields.has('hashed_secret')) return;
  const { random, hash } = newSecretHashedLater(context);
  const globalId = globalIdOf(ref.scope, context.transaction);
  draft.fields = draft.fields.with('hashed_secret', hash);
  draft.secret = encodeSecret({ kind: 'token', id: ref.id, globalId, random });
}

function globalIdOf(scope: ScopeId, transaction: Transaction): bigint {
  const database = scope === ROOT_SCOPE ? undefined : databaseOf(scope, { transaction });
  const id = database && transaction.read(database)?.fields.get('global');
  return typeof id === 'bigint' ? id : 0n;
}
