import { COLLECTIONS, DATABASES, FUNCTIONS, INDEXES, KEYS, type ScopeId } from '../../data/ids.ts';
import { removeKeyScope } from '../../auth/key-scopes.ts';
import { scopeOf } from '../../schema/scope-of.ts';
import { Ref } from '../../data/ref.ts';
import { ROOT_SCOPE, type Transaction } from '../../store/store.ts';
import { zBase32 } from '../../store/z-base-32.ts';
import { checkName, dropName, storeName } from '../names.ts';
import { dataRule, nameRule, priorityRule, typed } from '../rules.ts';
import { keepNameFirst } from './collection.ts';
import { prepend } from '../order.ts';
import type { Context } from '../../eval/context.ts';
import type { Draft, Kind } from '../kind.ts';
import type { Obj } from '../../data/obj.ts';

/** Databases (spec 4.9). `scope` is the number of its inside, `global` the number behind `global_id`. */
export const database: Kind = {
  word: 'Database',
  fields: [
    nameRule,
    dataRule,
    typed('container', 'Boolean', (value) => typeof value === 'boolean'),
    priorityRule,
    { name: 'global_id' },
  ],
  hidden: ['scope', 'global'],
  prepare: (draft) => {
    for (const internal of ['global_id', 'scope', 'global']) draft.fields = restored(draft, internal);
    if (draft.action === 'create') makeInside(draft);
    if (draft.action === 'replace') keepIdentity(draft);
  },
  check: (draft) => {
    checkName(draft, 'Database');
    checkContainer(draft);
  },
  stored: (draft) => {
    storeName(draft);
    placeDatabase(draft.ref, draft.fields, draft.context.transaction);
  },
  deleted: (ref, fields, context) => {
    dropName(ref, fields, context);
    const inside = scopeOf(ref, context.transaction) ?? insideOf(fields);
    if (inside !== undefined) dropInside(inside, context);
  },
};

/** Notes where the inside of a database hangs; `schema/database-of.ts` reads it. */
export function placeDatabase({ scope: parent, id }: Ref, fields: Obj, { names }: Transaction): void {
  const inside = String(insideOf(fields));
  names.set('scope-database', ROOT_SCOPE, inside, id);
  names.set('scope-parent', ROOT_SCOPE, inside, BigInt(parent));
}

function makeInside(draft: Draft): void {
  const { transaction } = draft.context;
  const inside = transaction.newScope();
  const global = transaction.newId();
  transaction.names.set('global-id', ROOT_SCOPE, zBase32(global), BigInt(inside));
  draft.fields = draft.fields
    .with('scope', BigInt(inside))
    .with('global', global)
    .with('global_id', zBase32(global));
}

/** A replacement begins with the name and the global id. */
function keepIdentity(draft: Draft): void {
  const id = draft.fields.get('global_id');
  if (id !== undefined) draft.fields = prepend('global_id', id, draft.fields);
  keepNameFirst(draft);
}

/** What nobody may set keeps its stored value, in its place if the document has it there. */
function restored({ fields, before }: Draft, name: string): Obj {
  const stored = before?.get(name);
  return stored === undefined ? fields.without(name) : fields.with(name, stored);
}

function checkContainer({ fields, before, failures, context }: Draft): void {
  const inside = insideOf(fields);
  if (inside === undefined || before === undefined || fields.get('container') !== true) return;
  if (before.get('container') === true) return;
  const holdsSchema = [COLLECTIONS, INDEXES, FUNCTIONS].some(
    (collection) => !context.transaction.scan(inside, collection).next().done,
  );
  if (!holdsSchema) return;
  const description =
    'cannot make database a container while it contains collections, indexes, or user functions';
  failures.push({ field: ['container'], code: 'validation failure', description });
}

/** Everything inside goes, recursively; keys elsewhere that lead here find nothing any more (spec 3.3). */
function dropInside(scope: ScopeId, context: Context): void {
  const { transaction } = context;
  for (const [id, { fields }] of transaction.scan(scope, DATABASES)) {
    const inside = insideOf(fields);
    if (inside !== undefined) dropInside(inside, context);
    dropName(new Ref(scope, DATABASES, id), fields, context);
  }
  for (const id of transaction.scanIds(scope, KEYS)) removeKeyScope(id, scope, transaction);
  for (const table of ['scope-database', 'scope-parent'])
    transaction.names.delete(table, ROOT_SCOPE, String(scope));
  transaction.dropScope(scope);
}

function insideOf(fields: Obj): ScopeId | undefined {
  const inside = fields.get('scope');
  return typeof inside === 'bigint' ? Number(inside) : undefined;
}
