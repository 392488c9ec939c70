import { isTagged } from '../../data/data.ts';
import { failure } from '../../eval/failure.ts';
import { checkName, dropName, storeName } from '../names.ts';
import { roleRule } from '../role-rule.ts';
import { dataRule, nameRule, typed } from '../rules.ts';
import { keepNameFirst } from './collection.ts';
import type { Kind } from '../kind.ts';

/** User functions (spec 4.9). */
export const userFunction: Kind = {
  word: 'Function',
  fields: [
    nameRule,
    dataRule,
    roleRule,
    { ...typed('body', 'Query', (value) => isTagged(value) && value.kind === 'lambda'), required: true },
  ],
  prepare: (draft) => {
    // A string would be a function of the newer language, which is checked by its schema.
    if (typeof draft.fields.get('body') === 'string')
      throw failure(draft.position, 'schema validation failed', 'Invalid type provided for field `body`.');
    if (draft.action === 'replace') keepNameFirst(draft);
  },
  check: (draft) => checkName(draft, 'Function'),
  stored: storeName,
  deleted: dropName,
};
