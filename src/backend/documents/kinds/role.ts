import { isArray, isTagged, type Data } from '../../data/data.ts';
import { Obj, type Entry } from '../../data/obj.ts';
import { ACTIONS } from '../../auth/privileges.ts';
import { ROLES } from '../../data/ids.ts';
import { invalidType } from '../failures.ts';
import { checkName, dropName, storeName } from '../names.ts';
import { dataRule, nameRule } from '../rules.ts';
import { storedType } from '../stored-type.ts';
import { keepNameFirst } from './collection.ts';
import type { Draft, Kind } from '../kind.ts';
import type { ValidationFailure } from '../../eval/failure.ts';

/** How many parameters each action's predicate has (spec 6, RL-10). */
const ARITY: ReadonlyMap<string, number> = new Map([
  ['read', 1],
  ['write', 2],
  ['create', 1],
  ['create_with_id', 2],
  ['delete', 1],
  ['history_read', 1],
  ['history_write', 4],
  ['unrestricted_read', 1],
  ['call', 1],
]);
const MOST_ROLES_FOR_A_COLLECTION = 64;

/** Roles (spec 5.4). What is not known is dropped at every level; a single object stays a single object. */
export const role: Kind = {
  word: 'Role',
  fields: [
    nameRule,
    dataRule,
    {
      name: 'membership',
      check: checkMembership,
      clean: (value) => each(value, (entry) => only(entry, ['resource', 'predicate'])),
    },
    { name: 'privileges', check: checkPrivileges, clean: (value) => each(value, cleanPrivilege) },
  ],
  prepare: (draft) => {
    if (draft.action === 'replace') keepNameFirst(draft);
  },
  check: (draft) => {
    checkName(draft, 'Role');
    limitMembership(draft);
  },
  stored: storeName,
  deleted: dropName,
};

/** First the types of all actions, of which one is reported; if these are right, what predicates look like. Arity only where there is no array. */
function checkPrivileges(value: Data): readonly ValidationFailure[] {
  const wrongTypes = objects(value, ['privileges'], 'Privilege', (privilege) =>
    members(privilege, 'actions').flatMap(([action, grant]) =>
      ARITY.has(action) && !isGrant(grant)
        ? [invalidType(['actions', action], storedType(grant), 'RoleAction')]
        : [],
    ),
  );
  if (wrongTypes.length > 0) return wrongTypes.slice(0, 1);
  return objects(value, ['privileges'], 'Privilege', (privilege) => [
    ...checkResource(privilege, 'privileges'),
    ...members(privilege, 'actions').flatMap(([action, grant]) =>
      checkPredicate(grant, ['privileges', 'actions', action], ARITY.get(action), isArray(value)),
    ),
  ]);
}

function checkMembership(value: Data): readonly ValidationFailure[] {
  return objects(value, ['membership'], 'Membership', (entry) => [
    ...checkResource(entry, 'membership'),
    ...checkPredicate(entry.get('predicate') ?? true, ['membership', 'predicate'], 1, isArray(value)),
  ]);
}

function checkResource(entry: Obj, kind: string): readonly ValidationFailure[] {
  const resource = entry.get('resource');
  if (resource === undefined) return [];
  if (isTagged(resource) && resource.kind === 'ref') return [];
  return [invalidType([kind, 'resource'], storedType(resource), 'Ref')];
}

function checkPredicate(
  grant: Data,
  field: readonly string[],
  arity: number | undefined,
  inArray: boolean,
): readonly ValidationFailure[] {
  if (arity === undefined || typeof grant === 'boolean') return [];
  if (!isTagged(grant) || grant.kind !== 'lambda') return [invalidType(field, storedType(grant), 'Query')];
  const { pattern } = grant;
  if (inArray || pattern === '_') return [];
  const found = typeof pattern === 'string' ? 1 : pattern.length;
  // A write predicate may have the ref as a third parameter, one of a creation with an id may do without it.
  if (found === arity || (field.at(-1) === 'write' && found === 3)) return [];
  const description = `Found lambda with arity ${String(found)} expected ${String(arity)}`;
  return [{ field, code: 'invalid arity', description }];
}

function isGrant(grant: Data): boolean {
  return (
    typeof grant === 'boolean' || typeof grant === 'string' || (isTagged(grant) && grant.kind === 'lambda')
  );
}

function limitMembership({ ref, fields, failures, context: { transaction } }: Draft): void {
  for (const resource of resources(fields.get('membership'))) {
    let others = 0;
    for (const [id, version] of transaction.scan(ref.scope, ROLES))
      if (id !== ref.id && resources(version.fields.get('membership')).includes(resource)) others += 1;
    if (others < MOST_ROLES_FOR_A_COLLECTION) continue;
    const description = `Maximum number of roles per membership class exceeded. Maximum allowed: ${String(MOST_ROLES_FOR_A_COLLECTION)}.`;
    failures.push({ field: ['membership'], code: 'resources exceeded', description });
  }
}

/** The collections that a membership names, as comparable numbers. */
function resources(membership: Data | undefined): readonly bigint[] {
  return objectsOf(membership ?? []).flatMap((entry) => {
    const resource = entry.get('resource') ?? null;
    return isTagged(resource) && resource.kind === 'ref' ? [resource.id] : [];
  });
}

function cleanPrivilege(privilege: Obj): Obj {
  const actions = members(privilege, 'actions').filter(([action]) =>
    ACTIONS.some((known) => known === action),
  );
  const entries = only(privilege, ['resource', 'actions']).entries.flatMap((entry): readonly Entry[] => {
    if (entry[0] !== 'actions') return [entry];
    return actions.length === 0 ? [] : [['actions', new Obj(actions)]];
  });
  return new Obj(entries);
}

function only({ entries }: Obj, keys: readonly string[]): Obj {
  return new Obj(entries.filter(([key]) => keys.includes(key)));
}

function members(entry: Obj, key: string): readonly Entry[] {
  const value = entry.get(key) ?? null;
  return isTagged(value) && value.kind === 'object' ? value.entries : [];
}

/** The failures of one object or of an array of them. */
function objects(
  value: Data,
  field: readonly string[],
  type: string,
  check: (entry: Obj) => readonly ValidationFailure[],
): readonly ValidationFailure[] {
  return (isArray(value) ? value : [value]).flatMap((entry) =>
    isTagged(entry) && entry.kind === 'object' ? check(entry) : [invalidType(field, storedType(entry), type)],
  );
}

function objectsOf(value: Data): readonly Obj[] {
  return (isArray(value) ? value : [value]).filter((entry) => isTagged(entry) && entry.kind === 'object');
}

function each(value: Data, clean: (entry: Obj) => Obj): Data {
  const one = (entry: Data): Data => (isTagged(entry) && entry.kind === 'object' ? clean(entry) : entry);
  return isArray(value) ? value.map(one) : one(value);
}
