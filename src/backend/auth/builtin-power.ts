import { ACCESS_PROVIDERS, DATABASES, KEYS, ROLES, type CollectionId, type ScopeId } from '../data/ids.ts';
import { databaseOf } from '../schema/database-of.ts';
import type { Auth, Power } from './auth.ts';
import type { Transaction } from '../store/store.ts';

/** What one may do to documents without a role saying so. */
export type BuiltinAction = 'read' | 'write';

/** Powers that do not depend on roles. */
export type BuiltinPower = Exclude<Power, { readonly kind: 'roles' | 'identity' }>;

/** The table of spec 5.1: `read` covers the history, `write` creating and deleting too. */
export function builtinAllows(
  power: BuiltinPower,
  action: BuiltinAction,
  { scope, collection }: { readonly scope: ScopeId; readonly collection: CollectionId },
  auth: Auth,
  transaction: Transaction,
): boolean {
  const own = scope === auth.scope;
  if (power.kind === 'client') return false;
  if (power.kind !== 'admin' && ADMINS_ONLY.has(collection)) return false;
  if (action === 'write') return own && (power.kind === 'admin' || power.kind === 'server');
  return own || isInside(scope, auth.scope, transaction);
}

/** True when a database lies in another, at any depth. */
export function isInside(scope: ScopeId, outer: ScopeId, transaction: Transaction): boolean {
  for (let database = databaseOf(scope, { transaction }); database !== undefined;) {
    if (database.scope === outer) return true;
    database = databaseOf(database.scope, { transaction });
  }
  return false;
}

const ADMINS_ONLY: ReadonlySet<CollectionId> = new Set([DATABASES, KEYS, ROLES, ACCESS_PROVIDERS]);
