/**
 * Who asks, and what he may do. `authenticate` turns a credential into an `Auth`; the `may-…` files answer whether an
 * action is allowed, each with the argument that role predicates see (spec 5.4). Builtin powers are decided by the table of
 * 5.1 (`builtin-power.ts`), role keys and identities by the privileges of their roles (`grants.ts`).
 */
import type { ScopeId } from '../data/ids.ts';
import type { Lambda } from '../data/lambda.ts';
import type { Obj } from '../data/obj.ts';
import type { Ref } from '../data/ref.ts';

/** Who asks a query, and with what power: what a credential resolves to (spec 1.4, 5). */
export interface Auth {
  /** The database in which the query runs. */
  readonly scope: ScopeId;
  /** The document that the caller is: of a token or a document-scoped key. */
  readonly identity: Ref | undefined;
  /** What `current_token` answers: the token or key in use, when its document lives in this database (spec 4.4.4). */
  readonly source: Ref | undefined;
  /** What the caller's JWT claims; absent: he has none. */
  readonly claims?: Obj;
  readonly power: Power;
}

/** A role that somebody has who satisfies a predicate: of an access provider, on the claims of a JWT. */
export interface RoleOffer {
  readonly role: Ref;
  readonly predicate: Lambda;
}

export type Power =
  | { readonly kind: 'admin' | 'server' | 'server-readonly' | 'client' }
  /** What any of these roles allows, and nothing else. */
  | { readonly kind: 'roles'; readonly roles: readonly Ref[]; readonly offers?: readonly RoleOffer[] }
  /** What the roles that the identity is a member of allow, and the baseline of 5.3. */
  | { readonly kind: 'identity' }
  /** A predicate: reads everything but databases, keys and roles (spec 5.4). */
  | { readonly kind: 'internal' };
