/** The number of a database inside this server; 0 is the root. Never on the wire. */
export type ScopeId = number;

/**
 * The number of a collection inside its database: below `FIRST_USER_COLLECTION` a native one (the same in every
 * database), else a user collection. Never on the wire; the core's own numbers, since they decide how refs of one id sort.
 */
export type CollectionId = number;

export const DATABASES: CollectionId = 0;
export const COLLECTIONS: CollectionId = 1;
export const INDEXES: CollectionId = 7;
export const KEYS: CollectionId = 2;
export const TOKENS: CollectionId = 3;
export const CREDENTIALS: CollectionId = 10;
export const TASKS: CollectionId = 9;
export const FUNCTIONS: CollectionId = 11;
export const ROLES: CollectionId = 12;
export const ACCESS_PROVIDERS: CollectionId = 13;
export const FIRST_USER_COLLECTION: CollectionId = 1024;

/** Native collections by their name on the wire (`collections` is `classes` below 2.7). */
export const NATIVE_COLLECTIONS: ReadonlyMap<string, CollectionId> = new Map([
  ['databases', DATABASES],
  ['collections', COLLECTIONS],
  ['classes', COLLECTIONS],
  ['indexes', INDEXES],
  ['keys', KEYS],
  ['tokens', TOKENS],
  ['credentials', CREDENTIALS],
  ['tasks', TASKS],
  ['functions', FUNCTIONS],
  ['roles', ROLES],
  ['access_providers', ACCESS_PROVIDERS],
]);

/** The name of a native collection from 2.7 on; `undefined` for a user collection. */
export function nativeName(collection: CollectionId): string | undefined {
  return NAMES.get(collection);
}

const NAMES: ReadonlyMap<CollectionId, string> = new Map(
  [...NATIVE_COLLECTIONS].filter(([name]) => name !== 'classes').map(([name, id]) => [id, name]),
);

/** Collections whose documents are identified by name (spec 2.4): schema, not documents with numbers. */
export function isNamed(collection: CollectionId): boolean {
  return NAMED.has(collection);
}

const NAMED: ReadonlySet<CollectionId> = new Set([
  DATABASES,
  COLLECTIONS,
  INDEXES,
  FUNCTIONS,
  ROLES,
  ACCESS_PROVIDERS,
]);
