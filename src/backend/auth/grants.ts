import { ROLES } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import { holds, type Argument } from './predicate.ts';
import { grantOf, roleRules, type Grant, type RoleAction } from './privileges.ts';
import type { Auth, RoleOffer } from './auth.ts';
import type { Context } from '../eval/context.ts';

/**
 * Whether a role of the caller grants an action on a resource: a collection (native ones too), an index or a function of
 * his database. Grants of several roles add up (spec 5.4).
 */
export function granted(action: RoleAction, resource: Ref, argument: Argument, context: Context): boolean {
  return grantsOf(action, resource, context).some((grant) => holds(grant, argument, context));
}

/** The grants themselves: at least one means that the resource as a whole is not out of reach. */
export function grantsOf(action: RoleAction, resource: Ref, context: Context): readonly Grant[] {
  if (resource.scope !== context.auth.scope) return [];
  return rolesOf(context).flatMap((role) => {
    const version = context.transaction.read(role);
    if (version === undefined) return [];
    return roleRules(version)
      .privileges.filter((privilege) => privilege.resource.equals(resource))
      .map(({ actions }) => grantOf(actions, action))
      .filter((grant) => grant !== undefined);
  });
}

/** Found out once for each request: `Auth` objects live that long. */
const memberships = new WeakMap<Auth, readonly Ref[]>();

function rolesOf(context: Context): readonly Ref[] {
  const { auth } = context;
  const { power, identity } = auth;
  if (power.kind === 'roles' && power.offers === undefined) return power.roles;
  let roles = memberships.get(auth);
  if (roles !== undefined) return roles;
  if (power.kind === 'roles') roles = [...power.roles, ...offeredRoles(power.offers ?? [], context)];
  else if (power.kind === 'identity' && identity !== undefined) roles = memberRoles(identity, context);
  else return [];
  memberships.set(auth, roles);
  return roles;
}

function offeredRoles(offers: readonly RoleOffer[], context: Context): readonly Ref[] {
  const claims = context.auth.claims ?? null;
  return offers.filter(({ predicate }) => holds(predicate, () => claims, context)).map(({ role }) => role);
}

function memberRoles(identity: Ref, context: Context): readonly Ref[] {
  const { transaction, auth } = context;
  const collection = Ref.ofCollection(identity.scope, identity.collection);
  const roles: Ref[] = [];
  for (const [id, version] of transaction.scan(auth.scope, ROLES))
    for (const { resource, predicate } of roleRules(version).membership)
      if (resource.equals(collection) && holds(predicate ?? true, () => identity, context)) {
        roles.push(new Ref(auth.scope, ROLES, id));
        break;
      }
  return roles;
}
