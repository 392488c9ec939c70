import type { ScopeId } from '../data/ids.ts';
import type { Context } from '../eval/context.ts';
import { databaseOf } from '../schema/database-of.ts';

/** Whether a database is the caller's own or one inside it. */
export function isInScope(scope: ScopeId, context: Context): boolean {
  let current: ScopeId | undefined = scope;
  while (current !== undefined) {
    if (current === context.auth.scope) return true;
    current = databaseOf(current, context)?.scope;
  }
  return false;
}
