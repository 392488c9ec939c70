/** A credential's parts: the secret, and what its suffix asks for (spec 1.4). */
export interface Credential {
  readonly secret: string;
  readonly suffix: Suffix | undefined;
}

export interface Suffix {
  /** Names of nested databases, outermost first; empty: the secret's own. */
  readonly database: readonly string[];
  readonly as: Power | RoleName | DocumentPath;
}
export interface Power {
  readonly kind: 'power';
  readonly power: 'admin' | 'server' | 'server-readonly' | 'client';
}
export interface RoleName {
  readonly kind: 'role';
  readonly name: string;
}
export interface DocumentPath {
  readonly kind: 'document';
  readonly collection: string;
  readonly id: string;
}

const SECRET = /^[^/,()&=:]+/;
const DATABASE = /^([^,()&=:]+):/;
const POWER = /^(admin|server-readonly|server|client)/;
const ROLE = /^@role\/([;@+$\-_.!~%\p{L}\p{M}\p{N}_]+)/u;
const DOCUMENT = /^(?:@doc|classes|collections)\/([;@+$\-_.!~%\p{L}\p{M}\p{N}_]+)\/(-?\d+)/u;

/**
 * Reads a credential as the core's grammar does: alternatives in order, without going back. A suffix that is no scope is
 * ignored, but one that begins like a scope and goes on spoils the whole. `undefined`: nobody's credential.
 */
export function readCredential(text: string): Credential | undefined {
  const secret = SECRET.exec(text)?.[0];
  if (secret === undefined) return undefined;
  const rest = text.slice(secret.length);
  if (rest === '') return { secret, suffix: undefined };
  if (!rest.startsWith(':')) return undefined;
  const found = readSuffix(rest.slice(1));
  if (found === undefined) return { secret, suffix: undefined };
  return found.length === rest.length - 1 ? { secret, suffix: found.suffix } : undefined;
}

function readSuffix(text: string): { readonly suffix: Suffix; readonly length: number } | undefined {
  const path = DATABASE.exec(text);
  const [prefix = '', database = ''] = path ?? [];
  const inside = path === null ? undefined : readScope(text.slice(prefix.length));
  if (inside !== undefined)
    return {
      suffix: { database: database.split('/'), as: inside.as },
      length: prefix.length + inside.length,
    };
  const own = readScope(text);
  return own && { suffix: { database: [], as: own.as }, length: own.length };
}

function readScope(text: string): { readonly as: Suffix['as']; readonly length: number } | undefined {
  const power = POWER.exec(text)?.[1];
  if (power === 'admin' || power === 'server' || power === 'server-readonly' || power === 'client')
    return { as: { kind: 'power', power }, length: power.length };
  const [role, name] = ROLE.exec(text) ?? [];
  if (role !== undefined && name !== undefined) return { as: { kind: 'role', name }, length: role.length };
  const [document, collection, id] = DOCUMENT.exec(text) ?? [];
  if (document !== undefined && collection !== undefined && id !== undefined)
    return { as: { kind: 'document', collection, id }, length: document.length };
  return undefined;
}
