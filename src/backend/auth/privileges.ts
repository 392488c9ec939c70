import { isArray, isTagged, type Data } from '../data/data.ts';
import type { Lambda } from '../data/lambda.ts';
import type { Obj } from '../data/obj.ts';
import type { Ref } from '../data/ref.ts';
import type { Version } from '../store/version.ts';

/** The actions of a role's privileges (spec 5.4). */
export const ACTIONS = [
  'read',
  'write',
  'create',
  'create_with_id',
  'delete',
  'history_read',
  'history_write',
  'unrestricted_read',
  'call',
] as const;
export type RoleAction = (typeof ACTIONS)[number];

/** A grant: always, or when a predicate says so. */
export type Grant = true | Lambda;

/** A role's document as permission checks need it. */
export interface RoleRules {
  readonly privileges: readonly { readonly resource: Ref; readonly actions: Obj | undefined }[];
  readonly membership: readonly { readonly resource: Ref; readonly predicate: Lambda | undefined }[];
}

const rules = new WeakMap<Version, RoleRules>();

/** Reads a version of a role's document; the result is kept as long as the version is. */
export function roleRules(version: Version): RoleRules {
  let known = rules.get(version);
  if (known === undefined) rules.set(version, (known = readRules(version.fields)));
  return known;
}

/** What a privilege grants of an action; `undefined`: nothing. */
export function grantOf(actions: Obj | undefined, action: RoleAction): Grant | undefined {
  const grant = actions?.get(action);
  if (grant === true) return true;
  return isLambda(grant) ? grant : undefined;
}

function readRules(fields: Obj): RoleRules {
  return {
    privileges: objects(fields.get('privileges')).flatMap((privilege) => {
      const resource = privilege.get('resource');
      const actions = privilege.get('actions');
      return isRef(resource) ? [{ resource, actions: isObject(actions) ? actions : undefined }] : [];
    }),
    membership: objects(fields.get('membership')).flatMap((entry) => {
      const resource = entry.get('resource');
      const predicate = entry.get('predicate');
      return isRef(resource) ? [{ resource, predicate: isLambda(predicate) ? predicate : undefined }] : [];
    }),
  };
}

/** One object or an array of them. */
function objects(value: Data | undefined): readonly Obj[] {
  if (value === undefined) return [];
  return (isArray(value) ? value : [value]).filter(isObject);
}

function isObject(value: Data | undefined): value is Obj {
  return value !== undefined && isTagged(value) && value.kind === 'object';
}
function isRef(value: Data | undefined): value is Ref {
  return value !== undefined && isTagged(value) && value.kind === 'ref';
}
function isLambda(value: Data | undefined): value is Lambda {
  return value !== undefined && isTagged(value) && value.kind === 'lambda';
}
