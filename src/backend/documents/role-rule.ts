import { isArray, isTagged, type Data } from '../data/data.ts';
import { ROLES } from '../data/ids.ts';
import { invalidType } from './failures.ts';
import { storedType } from './stored-type.ts';
import type { Draft, FieldRule } from './kind.ts';

const BUILTIN: ReadonlySet<Data> = new Set(['admin', 'server', 'server-readonly', 'client']);

/** The `role` of a key or function: a builtin name, a role's name or ref, or an array of names and refs (spec 4.8). */
export const roleRule: FieldRule = {
  name: 'role',
  check: (value, field, draft) => {
    const isRole = isArray(value)
      ? value.every((role) => isRef(role) || (typeof role === 'string' && isKnown(role, draft)))
      : isRef(value) || typeof value === 'string';
    return isRole ? [] : [invalidType(field, storedType(value), 'Role')];
  },
  late: (value, field, draft) => {
    if (BUILTIN.has(value)) return [];
    const unknown = (isArray(value) ? value : [value]).find(
      (role) => typeof role === 'string' && !isKnown(role, draft),
    );
    if (typeof unknown !== 'string') return [];
    // The core prints a Java object here; its number differs from run to run.
    const description = `fauna.model.Key$Role$@1e0d8d7d name \`${unknown}\` does not exist.`;
    return [{ field, code: 'validation failure', description }];
  },
};

function isRef(role: Data): boolean {
  return isTagged(role) && role.kind === 'ref' && role.collection === ROLES;
}

function isKnown(role: string, { ref, context }: Draft): boolean {
  return context.transaction.names.current('roles', ref.scope, role) !== undefined;
}
