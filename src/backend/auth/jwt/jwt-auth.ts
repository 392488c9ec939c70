import { ACCESS_PROVIDERS, ROLES, type ScopeId } from '../../data/ids.ts';
import { isArray, isTagged, type Data } from '../../data/data.ts';
import { ChannelFailure } from '../../channel-failure.ts';
import { audienceScope } from './audience-scope.ts';
import type { Auth, RoleOffer } from '../auth.ts';
import type { Authentication } from '../authentication.ts';
import type { Obj } from '../../data/obj.ts';
import type { Ref } from '../../data/ref.ts';
import type { Jwt } from './jwt.ts';

/**
 * Who the holder of a JWT is; `undefined`: nobody. Its audience names the database, its issuer one of the access providers
 * there, whose key must have signed it and whose roles it gets. A token of an issuer that nobody knows was seen to break
 * the channel (spec 1.3). Not determined, and chosen here: a token must say when it ends, it may say from when it holds
 * (`nbf`), and its `scope` claim decides nothing by itself, but is there for predicates to look at.
 */
export function jwtAuth(jwt: Jwt, { transaction, tape, secrets }: Authentication): Auth | undefined {
  const { claims } = jwt;
  const scope = audienceScope(claims, transaction);
  const provider = scope === undefined ? undefined : providerOf(claims.get('iss'), scope, transaction);
  if (scope === undefined || provider === undefined) throw new ChannelFailure('internal server error');
  if (!isInTime(claims, transaction.snapshot)) return undefined;
  const jwksUri = provider.get('jwks_uri');
  if (typeof jwksUri !== 'string' || !secrets.signatures.isGood(jwt, jwksUri, tape)) return undefined;
  return {
    scope,
    identity: undefined,
    source: undefined,
    claims,
    power: { kind: 'roles', ...rolesOf(provider.get('roles') ?? []) },
  };
}

function providerOf(
  issuer: Data | undefined,
  scope: ScopeId,
  transaction: Authentication['transaction'],
): Obj | undefined {
  for (const [, { fields }] of transaction.scan(scope, ACCESS_PROVIDERS))
    if (issuer !== undefined && fields.get('issuer') === issuer) return fields;
  return undefined;
}

/** `exp` and `nbf` are seconds, possibly with a fraction; `snapshot` is microseconds. */
function isInTime(claims: Obj, snapshot: bigint): boolean {
  const [until, from] = [secondsOf(claims.get('exp')), secondsOf(claims.get('nbf') ?? 0)];
  const now = Number(snapshot) / 1e6;
  return until !== undefined && from !== undefined && from <= now && now < until;
}

function secondsOf(value: Data | undefined): number | undefined {
  return typeof value === 'bigint' || typeof value === 'number' ? Number(value) : undefined;
}

/** The provider's roles: some for every token, some under a predicate on its claims. */
function rolesOf(value: Data): { readonly roles: readonly Ref[]; readonly offers: readonly RoleOffer[] } {
  const roles: Ref[] = [];
  const offers: RoleOffer[] = [];
  for (const entry of isArray(value) ? value : [value]) {
    if (isRole(entry)) roles.push(entry);
    if (!isTagged(entry) || entry.kind !== 'object') continue;
    const [role, predicate] = [entry.get('role') ?? null, entry.get('predicate')];
    if (!isRole(role)) continue;
    if (predicate === undefined) roles.push(role);
    else if (predicate !== null && isTagged(predicate) && predicate.kind === 'lambda')
      offers.push({ role, predicate });
  }
  return { roles, offers };
}

function isRole(value: Data): value is Ref {
  return isTagged(value) && value.kind === 'ref' && value.collection === ROLES;
}
