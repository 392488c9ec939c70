import { storedType } from '../stored-type.ts';
import { invalidType } from '../failures.ts';
import { checkName, dropName, storeName } from '../names.ts';
import { prepend } from '../order.ts';
import { dataRule, nameRule, typed } from '../rules.ts';
import type { Data } from '../../data/data.ts';
import type { Draft, Kind } from '../kind.ts';

/** User collections (spec 4.9). */
export const collection: Kind = {
  word: 'Collection',
  fields: [
    nameRule,
    dataRule,
    {
      name: 'history_days',
      check: (value, field) => {
        if (typeof value !== 'bigint') return [invalidType(field, storedType(value), 'Long')];
        if (value >= 0n) return [];
        return [{ field, code: 'non-negative value required', description: 'Value must be non-negative.' }];
      },
    },
    typed('ttl_days', 'Long', (value) => typeof value === 'bigint'),
  ],
  prepare: (draft) => {
    if (draft.action === 'update') return;
    // `history_days` stands first whether it is given or not; given as null there is none (spec 2.9).
    const days =
      draft.fields.get('history_days') ?? (draft.params.has('history_days') ? undefined : keptDays(draft));
    if (days !== undefined) draft.fields = prepend('history_days', days, draft.fields);
    if (draft.action === 'replace') keepNameFirst(draft);
  },
  check: (draft) => checkName(draft, 'Collection'),
  stored: storeName,
  deleted: (ref, fields, context) => {
    dropName(ref, fields, context);
    context.transaction.dropCollection(ref.scope, Number(ref.id));
  },
};

/** What `history_days` is when nobody says: 0 for a new collection, what it was for a replaced one. */
function keptDays({ before }: Draft): Data | undefined {
  return before === undefined ? 0n : before.get('history_days');
}

/** A replacement keeps the name, in front, unless it gives another. */
export function keepNameFirst(draft: Draft): void {
  const name = draft.fields.get('name') ?? draft.before?.get('name');
  if (name !== undefined) draft.fields = prepend('name', name, draft.fields);
}
