import { FIRST_USER_COLLECTION, type ScopeId } from '../../data/ids.ts';
import { isArray, isTagged, type Data } from '../../data/data.ts';
import { Obj, type Entry } from '../../data/obj.ts';
import { equal } from '../../eval/equal.ts';
import { diffText } from '../diff-text.ts';
import { invalidType, valueRequired } from '../failures.ts';
import { checkBindings, checkSources, sourcesOf } from '../index-sources.ts';
import { checkName, dropName, storeName } from '../names.ts';
import { dataRule, nameRule, typed } from '../rules.ts';
import { storedType } from '../stored-type.ts';
import type { Draft, FieldRule, Kind } from '../kind.ts';
import type { Transaction } from '../../store/store.ts';

const MOST_PARTITIONS = 8n;
/** An index over one collection with no more documents than this is built at once (spec 4.9). */
const BUILT_AT_ONCE = 128;
const FIXED = ['source', 'terms', 'values'] as const;

/** Indexes as documents (spec 4.9); their entries are the business of `indexes/`. */
export const userIndex: Kind = {
  word: 'Index',
  fields: [
    nameRule,
    dataRule,
    {
      name: 'source',
      required: true,
      check: checkSources,
      late: (_value, _field, draft) => checkBindings(draft),
    },
    { name: 'active', required: true },
    termsRule('terms'),
    termsRule('values'),
    typed('unique', 'Boolean', (value) => typeof value === 'boolean'),
    typed('serialized', 'Boolean', (value) => typeof value === 'boolean'),
    {
      name: 'partitions',
      check: (value, field) => {
        if (typeof value === 'bigint' && value >= 1n && value <= MOST_PARTITIONS) return [];
        const description = `Value ${diffText(value)} is not in expected range 1 to ${String(MOST_PARTITIONS)}.`;
        return [{ field, code: 'bounds error', description }];
      },
    },
  ],
  prepare,
  check: (draft) => {
    checkName(draft, 'Index');
    checkFixed(draft);
  },
  stored: storeName,
  deleted: (ref, fields, context) => {
    dropName(ref, fields, context);
    context.transaction.dropIndex(ref.scope, ref.id);
  },
};

function prepare(draft: Draft): void {
  const { before, action } = draft;
  if (action === 'update') {
    const active = before?.get('active');
    draft.fields = active === undefined ? draft.fields : draft.fields.with('active', active);
  }
  if (action === 'replace') {
    const name = draft.fields.get('name') ?? before?.get('name');
    // It must be given (recorded), and is what it was (spec 4.9: ignored in the params).
    const active = draft.fields.has('active') ? before?.get('active') : undefined;
    draft.fields = draft.fields.without('active');
    if (active !== undefined) draft.fields = draft.fields.with('active', active);
    if (name !== undefined) draft.fields = draft.fields.with('name', name);
  }
  if (action === 'create') draft.fields = withDefaults(draft);
}

/** `active` and `serialized` stand first, `partitions` last if it is not given (spec 2.9). */
function withDefaults({ fields, ref, context }: Draft): Obj {
  const serialized = fields.get('serialized') ?? true;
  const given = fields.get('partitions');
  const rest = fields.without('active', 'serialized', ...(typeof given === 'bigint' ? [] : ['partitions']));
  const leading: readonly Entry[] = [
    ['active', isBuiltAtOnce(fields, ref.scope, context.transaction)],
    ['serialized', serialized],
  ];
  const partitions = hasTerms(fields) ? 1n : MOST_PARTITIONS;
  const trailing: readonly Entry[] = typeof given === 'bigint' ? [] : [['partitions', partitions]];
  return new Obj([...leading, ...rest.entries, ...trailing]);
}

function hasTerms(fields: Obj): boolean {
  const terms = fields.get('terms');
  return terms !== undefined && !(isArray(terms) && terms.length === 0);
}

function isBuiltAtOnce(fields: Obj, scope: ScopeId, transaction: Transaction): boolean {
  const [source, ...more] = sourcesOf(fields.get('source') ?? null);
  if (source === undefined || more.length > 0 || source.collection === undefined) return false;
  const collection = Number(source.collection.id);
  if (collection < FIRST_USER_COLLECTION) return true;
  let documents = 0;
  for (const id of transaction.scanIds(scope, collection)) {
    void id;
    documents += 1;
    if (documents > BUILT_AT_ONCE) return false;
  }
  return true;
}

/** What an index is made of stays as it is. */
function checkFixed({ before, fields, params, failures }: Draft): void {
  if (before === undefined) return;
  const [old, now] = [before.get('partitions'), fields.get('partitions')];
  const changed = FIXED.filter((name) => !same(before.get(name), fields.get(name)));
  if (changed.length > 0) {
    const diff = Obj.of(Object.fromEntries(changed.map((name) => [name, params.get(name) ?? null])));
    const description = `Index sources, terms, and values may not be updated (Diff(${diffText(diff)}))`;
    failures.push({ field: [], code: 'invalid index', description });
  } else if (old !== undefined && now !== undefined && !equal(old, now)) {
    const description = `Index partition count may not be updated (${diffText(old)} -> ${diffText(now)}).`;
    failures.push({ field: [], code: 'invalid index', description });
  }
}

function same(a: Data | undefined, b: Data | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equal(a, b);
}

/** `terms`, `values`: an object or an array of them, each with a `field` or a `binding`. */
function termsRule(name: string): FieldRule {
  return {
    name,
    check: (value, field) =>
      (isArray(value) ? value : [value]).flatMap((term) => {
        if (!isTagged(term) || term.kind !== 'object') return [invalidType(field, storedType(term), 'Term')];
        if (term.has('field') || term.has('binding')) return [];
        const description = 'Must provide one of the following: field, binding';
        return [{ ...valueRequired('field'), description }];
      }),
  };
}
