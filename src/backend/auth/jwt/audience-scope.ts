import { isArray } from '../../data/data.ts';
import { ROOT_SCOPE, type Transaction } from '../../store/store.ts';
import { zBase32 } from '../../store/z-base-32.ts';
import { isAlive } from '../is-alive.ts';
import type { ScopeId } from '../../data/ids.ts';
import type { Obj } from '../../data/obj.ts';

/** What an access provider's `audience` looks like (spec 2.9), with the global id of its database. */
const AUDIENCE = /^https:\/\/db\.fauna\.com\/db\/([a-z0-9]+)$/;

/** The database that a JWT is meant for: the first that its `aud`, a text or several, names and that is there. */
export function audienceScope(claims: Obj, transaction: Transaction): ScopeId | undefined {
  const audience = claims.get('aud') ?? [];
  for (const one of isArray(audience) ? audience : [audience]) {
    const globalId = typeof one === 'string' ? AUDIENCE.exec(one)?.[1] : undefined;
    const scope = globalId === undefined ? undefined : scopeOf(globalId, transaction);
    if (scope !== undefined && isAlive(scope, transaction)) return scope;
  }
  return undefined;
}

function scopeOf(globalId: string, { names }: Transaction): ScopeId | undefined {
  if (globalId === zBase32(0n)) return ROOT_SCOPE;
  const scope = names.current('global-id', ROOT_SCOPE, globalId);
  return scope === undefined ? undefined : Number(scope);
}
