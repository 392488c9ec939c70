import { isArray, isTagged, type Data } from '../data/data.ts';
import { ROLES, type ScopeId } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import type { Power } from './auth.ts';
import type { Transaction } from '../store/store.ts';

/** The power that a key's or function's `role` field gives: a builtin name, a role's name or ref, or an array of these. */
export function powerOfRole(role: Data, scope: ScopeId, transaction: Transaction): Power {
  if (role === 'admin' || role === 'server' || role === 'server-readonly' || role === 'client')
    return { kind: role };
  const roles = (isArray(role) ? role : [role]).map((one) => roleRef(one, scope, transaction));
  return { kind: 'roles', roles: roles.filter((ref) => ref !== undefined) };
}

/** The role that a name or ref means; `undefined`: there is none. */
export function roleRef(role: Data, scope: ScopeId, transaction: Transaction): Ref | undefined {
  if (typeof role === 'string') {
    const id = transaction.names.current('roles', scope, role);
    return id === undefined ? undefined : new Ref(scope, ROLES, id);
  }
  return isTagged(role) && role.kind === 'ref' && role.collection === ROLES ? role : undefined;
}
