import { EMPTY } from '../../data/obj.ts';
import { INDEXES } from '../../data/ids.ts';
import { Ref } from '../../data/ref.ts';
import { sourcesOf } from '../index-sources.ts';
import { storedType } from '../stored-type.ts';
import { invalidType } from '../failures.ts';
import { checkName, dropName, storeName } from '../names.ts';
import { prepend } from '../order.ts';
import { dataRule, nameRule, typed } from '../rules.ts';
import type { Context } from '../../eval/context.ts';
import type { Data } from '../../data/data.ts';
import type { Draft, Kind } from '../kind.ts';

/** User collections (spec 4.9). */
export const collection: Kind = {
  word: 'Collection',
  fields: [
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
    nameRule,
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
    dropIndexesOf(ref, context);
    context.transaction.dropCollection(ref.scope, Number(ref.id));
  },
};

/** Indexes over this collection alone go with it. */
function dropIndexesOf({ scope, id }: Ref, context: Context): void {
  const { transaction } = context;
  for (const [index, { fields }] of transaction.scan(scope, INDEXES)) {
    const sources = sourcesOf(fields.get('source') ?? null);
    if (!sources.every((source) => source.collection?.id === id)) continue;
    transaction.write({ scope, collection: INDEXES, id: index }, 'delete', EMPTY);
    dropName(new Ref(scope, INDEXES, index), fields, context);
    transaction.dropIndex(scope, index);
  }
}

/** What `history_days` is when nobody says: 0 for a new collection, what it was for a replaced one. */
function keptDays({ before }: Draft): Data | undefined {
  return before === undefined ? 0n : before.get('history_days');
}

/** A replacement keeps the name, in front, unless it gives another. */
export function keepNameFirst(draft: Draft): void {
  const name = draft.fields.get('name') ?? draft.before?.get('name');
  if (name !== undefined) draft.fields = prepend('name', name, draft.fields);
}
