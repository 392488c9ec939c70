import type { ScopeId } from '../data/ids.ts';
import { ROOT_SCOPE, type Transaction } from '../store/store.ts';

const KIND = 'key-scope';

/** The databases that hold a key of an id: a key's secret does not say where its document lives (spec 3.2). */
export function keyScopes(id: bigint, { names }: Transaction): readonly ScopeId[] {
  const scopes: ScopeId[] = [];
  for (;;) {
    const scope = names.current(KIND, ROOT_SCOPE, nth(id, scopes.length));
    if (scope === undefined) return scopes;
    scopes.push(Number(scope));
  }
}

/** Notes that a database holds a key of that id. */
export function addKeyScope(id: bigint, scope: ScopeId, transaction: Transaction): void {
  const scopes = keyScopes(id, transaction);
  if (scopes.includes(scope)) return;
  transaction.names.set(KIND, ROOT_SCOPE, nth(id, scopes.length), BigInt(scope));
}

/** Notes that it holds it no more. */
export function removeKeyScope(id: bigint, scope: ScopeId, transaction: Transaction): void {
  const scopes = keyScopes(id, transaction);
  const place = scopes.indexOf(scope);
  const last = scopes.at(-1);
  if (place < 0 || last === undefined) return;
  transaction.names.set(KIND, ROOT_SCOPE, nth(id, place), BigInt(last));
  transaction.names.delete(KIND, ROOT_SCOPE, nth(id, scopes.length - 1));
}

function nth(id: bigint, place: number): string {
  return `${String(id)}/${String(place)}`;
}
