import { timingSafeEqual } from 'node:crypto';
import { DATABASES, FIRST_USER_COLLECTION, KEYS, TOKENS, type ScopeId } from '../data/ids.ts';
import { isTagged, type Data } from '../data/data.ts';
import { Ref } from '../data/ref.ts';
import { Crash } from '../eval/crash.ts';
import { scopeOf } from '../schema/scope-of.ts';
import { decodeSecret, hashedPart, type KeySecret, type Secret, type TokenSecret } from '../store/secret.ts';
import { ROOT_SCOPE, type Transaction } from '../store/store.ts';
import { zBase32 } from '../store/z-base-32.ts';
import type { Authentication } from './authentication.ts';
import { checkHash } from './check-hash.ts';
import { readCredential, type Suffix } from './credential.ts';
import { isAlive } from './is-alive.ts';
import { jwtAuth } from './jwt/jwt-auth.ts';
import { looksLikeJwt, readJwt } from './jwt/jwt.ts';
import { keyScopes } from './key-scopes.ts';
import { powerOfRole, roleRef } from './power-of-role.ts';
import type { Auth } from './auth.ts';

/**
 * Who a credential's holder is; `undefined`: nobody, which is answered with 401 (spec 1.3, 1.4). Suspends the evaluation
 * when a secret is seen for the first time.
 */
export function authenticate(credential: string | undefined, around: Authentication): Auth | undefined {
  const read = credential === undefined ? undefined : readCredential(credential);
  if (read === undefined) return undefined;
  if (looksLikeJwt(read.secret)) {
    // Whatever follows a JWT is ignored, as behind a token.
    const jwt = readJwt(read.secret);
    return jwt && jwtAuth(jwt, around);
  }
  const secret = decodeSecret(read.secret);
  const found =
    secret?.kind === 'token'
      ? tokenAuth(secret, read.secret, around)
      : secret?.kind === 'key'
        ? keyAuth(secret, read.secret, read.suffix, around)
        : undefined;
  return found ?? rootAuth(read.secret, read.suffix, around);
}

function rootAuth(secret: string, suffix: Suffix | undefined, around: Authentication): Auth | undefined {
  if (!around.rootSecrets.some((root) => sameText(root, secret))) return undefined;
  const root: Auth = {
    scope: ROOT_SCOPE,
    identity: undefined,
    source: undefined,
    power: { kind: 'admin' },
  };
  return suffix === undefined ? root : scoped(root, suffix, around.transaction);
}

function keyAuth(
  secret: KeySecret,
  text: string,
  suffix: Suffix | undefined,
  around: Authentication,
): Auth | undefined {
  const { transaction } = around;
  for (const home of keyScopes(secret.id, transaction)) {
    const key = new Ref(home, KEYS, secret.id);
    const fields = transaction.read(key)?.fields;
    if (fields === undefined || !isAlive(home, transaction)) continue;
    if (!matches(secret, text, fields.get('hashed_secret'), around)) continue;
    const scope = insideOf(fields.get('database'), home, transaction);
    if (scope === undefined || !isAlive(scope, transaction)) return undefined;
    const power = powerOfRole(fields.get('role') ?? null, scope, transaction);
    const auth: Auth = { scope, identity: undefined, source: scope === home ? key : undefined, power };
    return suffix === undefined ? auth : keyWithSuffix(auth, suffix, transaction);
  }
  return undefined;
}

/** What a key may become: an admin key anything, a server key a document of its own database (spec 1.4). */
function keyWithSuffix(auth: Auth, suffix: Suffix, transaction: Transaction): Auth | undefined {
  const { kind } = auth.power;
  const asDocument = suffix.as.kind === 'document' && suffix.database.length === 0;
  if (kind !== 'admin' && !(kind === 'server' && asDocument)) return undefined;
  return scoped(auth, suffix, transaction);
}

/** A token's suffix is ignored, whatever it says. */
function tokenAuth(secret: TokenSecret, text: string, around: Authentication): Auth | undefined {
  const { transaction } = around;
  const home = scopeOfGlobalId(secret.globalId, transaction);
  if (home === undefined || !isAlive(home, transaction)) return undefined;
  const token = new Ref(home, TOKENS, secret.id);
  const fields = transaction.read(token)?.fields;
  if (fields === undefined || !matches(secret, text, fields.get('hashed_secret'), around)) return undefined;
  const identity = fields.get('instance') ?? null;
  if (!isTagged(identity) || identity.kind !== 'ref' || !exists(identity, transaction)) return undefined;
  if (identity.collection < FIRST_USER_COLLECTION)
    throw new Crash(
      `java.lang.IllegalStateException: Cannot create a Collection for a native collection CollectionID(${String(identity.collection)})`,
    );
  return { scope: home, identity, source: token, power: { kind: 'identity' } };
}

function matches(secret: Secret, text: string, hash: Data | undefined, around: Authentication): boolean {
  // Records of old hash the whole secret (spec 3.2).
  return (
    typeof hash === 'string' && (checkHash(hashedPart(secret), hash, around) || checkHash(text, hash, around))
  );
}

/** Somebody with unlimited power as something else, possibly in a database below his. */
function scoped(auth: Auth, { database, as }: Suffix, transaction: Transaction): Auth | undefined {
  const scope = descend(auth.scope, database, transaction);
  if (scope === undefined) return undefined;
  const source = scope === auth.scope ? auth.source : undefined;
  switch (as.kind) {
    case 'power':
      return { scope, identity: undefined, source, power: { kind: as.power } };
    case 'role': {
      const role = roleRef(as.name, scope, transaction);
      return role && { scope, identity: undefined, source, power: { kind: 'roles', roles: [role] } };
    }
    case 'document': {
      const collection = transaction.names.current('collections', scope, as.collection);
      if (collection === undefined) return undefined;
      const identity = new Ref(scope, Number(collection), BigInt(as.id));
      if (transaction.read(identity) === undefined) return undefined;
      return { scope, identity, source, power: { kind: 'identity' } };
    }
  }
}

function descend(scope: ScopeId, path: readonly string[], transaction: Transaction): ScopeId | undefined {
  let inside: ScopeId | undefined = scope;
  for (const name of path) {
    const id: bigint | undefined = transaction.names.current('databases', inside, name);
    inside = id === undefined ? undefined : scopeOf(new Ref(inside, DATABASES, id), transaction);
    if (inside === undefined) return undefined;
  }
  return inside;
}

/** The database that a token's secret names. */
function scopeOfGlobalId(globalId: bigint, { names }: Transaction): ScopeId | undefined {
  const scope = names.current('global-id', ROOT_SCOPE, zBase32(globalId));
  if (scope !== undefined) return Number(scope);
  return globalId === 0n ? ROOT_SCOPE : undefined;
}

/** Where a key acts: the database it names, else the one it was made in. */
function insideOf(database: Data | undefined, home: ScopeId, transaction: Transaction): ScopeId | undefined {
  if (database === undefined || database === null) return home;
  return isTagged(database) && database.kind === 'ref' ? scopeOf(database, transaction) : undefined;
}

/** Whether a document and its collection are there. */
function exists(ref: Ref, transaction: Transaction): boolean {
  if (ref.collection >= FIRST_USER_COLLECTION) {
    const collection = Ref.ofCollection(ref.scope, ref.collection);
    if (transaction.read(collection) === undefined) return false;
  }
  return transaction.read(ref) !== undefined;
}

function sameText(a: string, b: string): boolean {
  // Texts of different lengths cannot be equal, and a length is no secret.
  return a.length === b.length && timingSafeEqual(Buffer.from(a, 'utf16le'), Buffer.from(b, 'utf16le'));
}
