import { isArray, isTagged, type Data } from '../../data/data.ts';
import { Obj, type Entry } from '../../data/obj.ts';
import { ACTIONS } from '../../auth/privileges.ts';
import { ROLES } from '../../data/ids.ts';
import { invalidType } from '../failures.ts';
import { checkName, dropName, storeName } from '../names.ts';
import { dataRule, nameRule } from '../rules.ts';
import { storedType } from '../stored-type.ts';
import { keepNameFirst } from './collection.ts';
import type { Lambda } from '../../data/lambda.ts';
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
      late: checkMembershipLate,
      clean: (value) => each(value, (entry) => only(entry, ['resource', 'predicate'])),
    },
    {
      name: 'privileges',
      check: checkPrivileges,
      late: checkPrivilegesLate,
      clean: (value) => each(value, cleanPrivilege),
    },
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

/** Wrong types, of which the first is reported, with its place in the privilege. Strings are left to the next check. */
function checkPrivileges(value: Data): readonly ValidationFailure[] {
  return objects(value, ['privileges'], 'Privilege', (privilege) => [
    ...wrongType(privilege.get('resource'), ['resource'], 'Ref', isRef),
    ...members(privilege, 'actions').flatMap(([action, grant]) =>
      ARITY.has(action) ? wrongType(grant, ['actions', action], 'RoleAction', isGrant) : [],
    ),
  ]).slice(0, 1);
}

function checkMembership(value: Data): readonly ValidationFailure[] {
  return objects(value, ['membership'], 'Membership', (entry) => [
    ...wrongType(entry.get('resource'), ['resource'], 'Ref', isRef),
    ...wrongType(entry.get('predicate'), ['predicate'], 'Query', isLambda),
  ]).slice(0, 1);
}

/** Strings where none may be, and, where there is no array, what the predicates look like. */
function checkPrivilegesLate(value: Data): readonly ValidationFailure[] {
  return unless(
    checkPrivileges(value),
    value,
    objectsOf(value).flatMap((privilege) => [
      ...noString(privilege.get('resource'), ['privileges', 'resource'], 'Ref'),
      ...members(privilege, 'actions').flatMap(([action, grant]) =>
        checkPredicate(grant, ['privileges', 'actions', action], ARITY.get(action), isArray(value)),
      ),
    ]),
  );
}

function checkMembershipLate(value: Data): readonly ValidationFailure[] {
  return unless(
    checkMembership(value),
    value,
    objectsOf(value).flatMap((entry) => [
      ...noString(entry.get('resource'), ['membership', 'resource'], 'Ref'),
      ...checkPredicate(entry.get('predicate') ?? true, ['membership', 'predicate'], 1, isArray(value)),
    ]),
  );
}

/** Behind a wrong type nothing more is said of an array, and of a single object only what concerns arity. */
function unless(
  wrongTypes: readonly ValidationFailure[],
  value: Data,
  failures: readonly ValidationFailure[],
): readonly ValidationFailure[] {
  if (wrongTypes.length === 0) return failures;
  return isArray(value) ? [] : failures.filter(({ code }) => code === 'invalid arity');
}

function wrongType(
  value: Data | undefined,
  field: readonly string[],
  type: string,
  test: (value: Data) => boolean,
): readonly ValidationFailure[] {
  if (value === undefined || typeof value === 'string' || test(value)) return [];
  return [invalidType(field, storedType(value), type)];
}

function noString(
  value: Data | undefined,
  field: readonly string[],
  type: string,
): readonly ValidationFailure[] {
  return typeof value === 'string' ? [invalidType(field, 'String', type)] : [];
}

function checkPredicate(
  grant: Data,
  field: readonly string[],
  arity: number | undefined,
  inArray: boolean,
): readonly ValidationFailure[] {
  if (arity === undefined) return [];
  if (!isLambda(grant)) return noString(grant, field, 'Query');
  const { pattern } = grant;
  if (inArray || pattern === '_') return [];
  const found = typeof pattern === 'string' ? 1 : pattern.length;
  // A predicate of `write` may have the ref as a third parameter.
  if (found === arity || (field.at(-1) === 'write' && found === 3)) return [];
  const description = `Found lambda with arity ${String(found)} expected ${String(arity)}`;
  return [{ field, code: 'invalid arity', description }];
}

function isRef(value: Data): boolean {
  return isTagged(value) && value.kind === 'ref';
}

function isLambda(value: Data): value is Lambda {
  return isTagged(value) && value.kind === 'lambda';
}

function isGrant(value: Data): boolean {
  return typeof value === 'boolean' || isLambda(value);
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
