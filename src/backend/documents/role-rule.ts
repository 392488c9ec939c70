import { isArray, isTagged, type Data } from '../data/data.ts';
import { ROLES } from '../data/ids.ts';
import { invalidType } from './failures.ts';
import { storedType } from './stored-type.ts';
import type { Draft, FieldRule } from './kind.ts';
import type { ValidationFailure } from '../eval/failure.ts';

const BUILTIN: ReadonlySet<Data> = new Set(['admin', 'server', 'server-readonly', 'client']);

/** The `role` of a key or function: a builtin name, a role's name or ref, or an array of names and refs (spec 4.8). */
export const roleRule: FieldRule = {
  name: 'role',
  check: (value, field, draft) => {
    if (BUILTIN.has(value)) return [];
    if (!isArray(value)) return checkRole(value, field, draft, value);
    const failures = value.flatMap((role) => checkRole(role, field, draft, value));
    const [first] = failures;
    if (first === undefined || first.code === 'invalid type') return first === undefined ? [] : [first];
    return [invalidType(field, 'Array', 'Role'), first];
  },
};

function checkRole(
  role: Data,
  field: readonly string[],
  draft: Draft,
  whole: Data,
): readonly ValidationFailure[] {
  if (isTagged(role) && role.kind === 'ref' && role.collection === ROLES) return [];
  if (typeof role !== 'string') return [invalidType(field, storedType(whole), 'Role')];
  const { names } = draft.context.transaction;
  if (names.current('roles', draft.ref.scope, role) !== undefined) return [];
  // The core prints a Java object here; its number differs from run to run.
  const description = `fauna.model.Key$Role$@1e0d8d7d name \`${role}\` does not exist.`;
  return [{ field, code: 'validation failure', description }];
}
