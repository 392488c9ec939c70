/** Logging in and out, and who the caller is (spec 4.4). */
import { KEYS, TOKENS, type ScopeId } from '../data/ids.ts';
import { Obj } from '../data/obj.ts';
import { Ref } from '../data/ref.ts';
import { audienceScope } from '../auth/jwt/audience-scope.ts';
import { checkHash } from '../auth/check-hash.ts';
import { databaseOf } from '../schema/database-of.ts';
import { readJwt } from '../auth/jwt/jwt.ts';
import { keyScopes } from '../auth/key-scopes.ts';
import { mayRead } from '../auth/may-read.ts';
import { createDocument } from '../documents/create.ts';
import { dropDocument } from '../documents/delete.ts';
import { documentValue } from '../documents/document-value.ts';
import { invalidType } from '../documents/failures.ts';
import { credentialsOf } from '../auth/credentials-of.ts';
import { storedType } from '../documents/stored-type.ts';
import { tokensOf } from '../documents/tokens-of.ts';
import { READ, WRITE } from '../eval/effect.ts';
import { failure } from '../eval/failure.ts';
import { documentWord } from '../eval/version.ts';
import { zBase32 } from '../store/z-base-32.ts';
import { ROOT_SCOPE } from '../store/store.ts';
import { decodeSecret, hashedPart, type Secret } from '../store/secret.ts';
import { firstRef } from '../sets/first-ref.ts';
import { boolean, nothing, object, refOrSet, string } from './casts.ts';
import { form, type Form } from './form.ts';
import type { ApiVersion } from '../core.ts';
import { CostCounter } from '../query/costs.ts';
import { within, type Context } from '../eval/context.ts';
import type { Data } from '../data/data.ts';
import type { DocumentValue } from '../data/document.ts';
import type { Position } from '../data/position.ts';
import type { SetValue } from '../data/set.ts';

/** A small document, for the costs. */
const DOCUMENT_BYTES = 128;

export const authenticationForms: readonly Form[] = [
  form({ params: { login: refOrSet, params: object }, effect: WRITE, run: login }),
  form({
    params: { identify: refOrSet, password: string },
    effect: READ,
    run: (args, context, position) => {
      const identity = identityOf(args.identify, context, position.at('identify'));
      return identity !== undefined && passwordMatches(identity, args.password, context);
    },
  }),
  form({ params: { logout: boolean }, effect: WRITE, run: ({ logout }, context) => logOut(logout, context) }),
  form({
    params: { key_from_secret: string },
    effect: READ,
    run: (args, context, position) => keyFromSecret(args.key_from_secret, context, position),
  }),

  ...about('identity', undefined, identityOrFailure),
  ...about('current_identity', '4', identityOrFailure),
  ...about('has_identity', undefined, (context) => callerOf(context) !== undefined),
  ...about('has_current_identity', '4', (context) => callerOf(context) !== undefined),
  ...about('current_token', '4', ({ auth }, position) => {
    const token = auth.claims ?? auth.source;
    if (token !== undefined) return token;
    throw failure(position, 'invalid token', 'Token metadata is not accessible.');
  }),
  ...about('has_current_token', '4', ({ auth }) => (auth.claims ?? auth.source) !== undefined),
];

/** A form that tells something about the caller. */
function about(
  name: string,
  since: ApiVersion | undefined,
  tell: (context: Context, position: Position) => Data,
): readonly Form[] {
  return [
    form({
      params: { [name]: nothing },
      ...(since === undefined ? {} : { since }),
      run: (_args, context, position) => tell(context, position),
    }),
  ];
}

function identityOrFailure(context: Context, position: Position): Ref | string {
  const caller = callerOf(context);
  if (caller !== undefined) return caller;
  throw failure(position, 'missing identity', 'Authentication does not contain an identity');
}

/** The identity: a document, or what a JWT calls its subject. */
function callerOf({ auth: { identity, claims } }: Context): Ref | string | undefined {
  const subject = claims?.get('sub');
  return identity ?? (typeof subject === 'string' ? subject : undefined);
}

/** Steps in the order of spec 4.4.1. The token is made with server rights, in the caller's database. */
function login(
  { login: target, params }: { readonly login: Ref | SetValue; readonly params: Obj },
  context: Context,
  position: Position,
): DocumentValue {
  const identity = identityOf(target, context, position.at('login'));
  const hash = identity && passwordHash(identity, context);
  if (identity === undefined || hash === undefined) throw refused(position, context);
  const password = params.get('password') ?? null;
  if (password !== null && typeof password !== 'string')
    throw failure(position, 'validation failed', `${documentWord(context.version)} data is not valid.`, {
      failures: [invalidType(['password'], storedType(password), 'String')],
    });
  if (password === null || hash === null || !checkHash(password, hash, context))
    throw refused(position, context);
  const withInstance = params.without('instance').with('instance', identity);
  return createDocument({ collection: TOKENS, params: withInstance, position, checked: false }, context);
}

function refused(position: Position, { version }: Context): Error {
  const description = `The ${documentWord(version)} was not found or provided password was incorrect.`;
  return failure(position, 'authentication failed', description);
}

function passwordMatches(identity: Ref, password: string, context: Context): boolean {
  const hash = passwordHash(identity, context);
  return typeof hash === 'string' && checkHash(password, hash, context);
}

/** The hash in a document's credentials; `null`: they have none; `undefined`: there are no credentials. */
function passwordHash(identity: Ref, context: Context): string | null | undefined {
  const credentials = credentialsOf(identity, context.transaction);
  const fields = credentials && context.transaction.read(credentials)?.fields;
  if (fields === undefined) return undefined;
  context.costs.read(DOCUMENT_BYTES);
  const hash = fields.get('hashed_password');
  return typeof hash === 'string' ? hash : null;
}

/** The document itself, or the first of a set as it is now, even inside `at`. */
function identityOf(target: Ref | SetValue, context: Context, position: Position): Ref | undefined {
  if (target.kind === 'ref') return target;
  // Only the credentials count as read (recorded).
  return firstRef(target, within(context, { validTime: undefined, costs: new CostCounter() }), position);
}

function logOut(all: boolean, context: Context): boolean {
  const { identity, source } = context.auth;
  if (identity === undefined) return false;
  if (all) {
    for (const token of tokensOf(identity, context.transaction)) dropDocument(token, context);
    return true;
  }
  if (source?.collection !== TOKENS) return false;
  dropDocument(source, context);
  return true;
}

/**
 * Everything that goes wrong looks the same (spec 4.4.5). A JWT is not checked: it gives the database that it is meant for,
 * to those who may read that.
 */
function keyFromSecret(text: string, context: Context, position: Position): DocumentValue | Obj {
  const scope = audienceOf(text, context);
  const database = scope === undefined ? undefined : databaseOf(scope, context);
  if (database !== undefined) {
    if (mayRead(database, context)) return Obj.of({ database });
    throw failure(position, 'permission denied', 'Insufficient privileges to perform the action.');
  }
  const secret = decodeSecret(text);
  const ref = secret === undefined ? undefined : holderOf(secret, text, context);
  const version = ref && context.transaction.read(ref);
  if (version !== undefined) context.costs.read(DOCUMENT_BYTES);
  if (ref !== undefined && version !== undefined && mayRead(ref, context))
    return documentValue(ref, version, context);
  throw failure(position, 'instance not found', `No key found for secret ${text}.`);
}

function audienceOf(text: string, { transaction }: Context): ScopeId | undefined {
  const jwt = readJwt(text);
  return jwt && audienceScope(jwt.claims, transaction);
}

function holderOf(secret: Secret, text: string, context: Context): Ref | undefined {
  const { transaction } = context;
  if (secret.kind === 'key')
    return keyScopes(secret.id, transaction)
      .map((scope) => new Ref(scope, KEYS, secret.id))
      .find((key) => isSecretOf(key, secret, text, context));
  const scope =
    transaction.names.current('global-id', ROOT_SCOPE, zBase32(secret.globalId)) ?? BigInt(ROOT_SCOPE);
  const token = new Ref(Number(scope), TOKENS, secret.id);
  return isSecretOf(token, secret, text, context) ? token : undefined;
}

function isSecretOf(ref: Ref, secret: Secret, text: string, context: Context): boolean {
  const hash = context.transaction.read(ref)?.fields.get('hashed_secret');
  return (
    typeof hash === 'string' &&
    (checkHash(hashedPart(secret), hash, context) || checkHash(text, hash, context))
  );
}
