import { isArray, isTagged } from '../../data/data.ts';
import { invalidType } from '../failures.ts';
import { checkName, dropName, storeName } from '../names.ts';
import { databaseOf } from '../../schema/database-of.ts';
import { storedType } from '../stored-type.ts';
import { zBase32 } from '../../store/z-base-32.ts';
import { dataRule, nameRule, stringRule } from '../rules.ts';
import { keepNameFirst } from './collection.ts';
import type { Draft, FieldRule, Kind } from '../kind.ts';

/** Access providers: whose JWTs are let in (spec 4.9). `auth/jwt/` lets them in. */
export const accessProvider: Kind = {
  word: 'Access provider',
  fields: [
    nameRule,
    { ...stringRule('issuer'), required: true },
    { ...uriRule('jwks_uri'), required: true },
    {
      name: 'roles',
      check: (value, field) => {
        const entries = isArray(value) ? value : [value];
        const wrong = entries.find(
          (entry) => !isTagged(entry) || (entry.kind !== 'ref' && entry.kind !== 'object'),
        );
        return wrong === undefined ? [] : [invalidType(field, storedType(wrong), 'Ref')];
      },
    },
    dataRule,
    { name: 'audience' },
  ],
  prepare: (draft) => {
    if (draft.action === 'replace') keepNameFirst(draft);
    const audience = draft.before?.get('audience') ?? audienceOf(draft);
    const rest = draft.action === 'update' ? draft.fields : draft.fields.without('audience');
    draft.fields = rest.with('audience', audience);
  },
  check: (draft) => checkName(draft, 'Access provider'),
  stored: storeName,
  deleted: dropName,
};

function audienceOf({ ref, context: { transaction } }: Draft): string {
  const database = databaseOf(ref.scope, { transaction });
  const id = database && transaction.read(database)?.fields.get('global_id');
  return `https://db.fauna.com/db/${typeof id === 'string' ? id : zBase32(0n)}`;
}

function uriRule(name: string): FieldRule {
  return {
    name,
    check: (value, field) => {
      if (typeof value !== 'string') return [invalidType(field, storedType(value), 'String')];
      if (URL.canParse(value) && value.startsWith('https://')) return [];
      return [{ field, code: 'invalid uri', description: `\`${value}\` is a not valid URI` }];
    },
  };
}
