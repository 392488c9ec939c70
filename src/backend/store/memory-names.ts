import type { ScopeId } from '../data/ids.ts';
import type { NameTable } from './names.ts';

/** The name table in memory, with the state before the running transaction beside it. */
export class MemoryNames implements NameTable {
  readonly #scopes = new Map<ScopeId, Map<string, bigint>>();
  /** What names changed by the running transaction meant before it. */
  readonly #before = new Map<string, bigint | undefined>();

  find(kind: string, scope: ScopeId, name: string): bigint | undefined {
    const key = keyOf(kind, name);
    const changed = `${scope}/${key}`;
    if (kind === 'databases') return this.current(kind, scope, name);
    return this.#before.has(changed) ? this.#before.get(changed) : this.#scopes.get(scope)?.get(key);
  }

  current(kind: string, scope: ScopeId, name: string): bigint | undefined {
    return this.#scopes.get(scope)?.get(keyOf(kind, name));
  }

  set(kind: string, scope: ScopeId, name: string, id: bigint): void {
    this.#put(scope, keyOf(kind, name), id);
  }

  delete(kind: string, scope: ScopeId, name: string): void {
    this.#put(scope, keyOf(kind, name), undefined);
  }

  /** Makes the changes of the running transaction what `find` sees. */
  commit(): void {
    this.#before.clear();
  }

  /** Takes the changes of the running transaction back. */
  rollback(): void {
    for (const [changed, id] of this.#before) {
      const slash = changed.indexOf('/');
      const names = this.#scopes.get(Number(changed.slice(0, slash)));
      if (id === undefined) names?.delete(changed.slice(slash + 1));
      else names?.set(changed.slice(slash + 1), id);
    }
    this.#before.clear();
  }

  /** Forgets all names of a scope. */
  dropScope(scope: ScopeId): void {
    this.#scopes.delete(scope);
  }

  #put(scope: ScopeId, key: string, id: bigint | undefined): void {
    let names = this.#scopes.get(scope);
    if (names === undefined) this.#scopes.set(scope, (names = new Map()));
    const changed = `${scope}/${key}`;
    if (!this.#before.has(changed)) this.#before.set(changed, names.get(key));
    if (id === undefined) names.delete(key);
    else names.set(key, id);
  }
}

function keyOf(kind: string, name: string): string {
  return `${kind}:${name}`;
}
