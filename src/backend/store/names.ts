import type { ScopeId } from '../data/ids.ts';

/**
 * Finds documents by text: a schema document by its name, a key's scope by its id, credentials by their instance.
 * `kind` keeps such tables apart.
 */
export interface NameTable {
  /**
   * What the name meant when the transaction began: a query does not find by name what it made itself (spec 4.1), but for
   * databases, which it does (recorded: corpus e-A0067).
   */
  find(kind: string, scope: ScopeId, name: string): bigint | undefined;
  /** What the name means now, the transaction's own writes included. */
  current(kind: string, scope: ScopeId, name: string): bigint | undefined;
  set(kind: string, scope: ScopeId, name: string, id: bigint): void;
  delete(kind: string, scope: ScopeId, name: string): void;
}
