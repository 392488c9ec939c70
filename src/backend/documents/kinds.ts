import {
  ACCESS_PROVIDERS,
  COLLECTIONS,
  CREDENTIALS,
  DATABASES,
  FUNCTIONS,
  INDEXES,
  KEYS,
  ROLES,
  TOKENS,
  type CollectionId,
} from '../data/ids.ts';
import { accessProvider } from './kinds/access-provider.ts';
import { collection } from './kinds/collection.ts';
import { credentials } from './kinds/credentials.ts';
import { database } from './kinds/database.ts';
import { key } from './kinds/key.ts';
import { role } from './kinds/role.ts';
import { token } from './kinds/token.ts';
import { userDocument } from './kinds/user-document.ts';
import { userFunction } from './kinds/user-function.ts';
import { userIndex } from './kinds/user-index.ts';
import type { Kind } from './kind.ts';

const NATIVE: ReadonlyMap<CollectionId, Kind> = new Map([
  [DATABASES, database],
  [COLLECTIONS, collection],
  [INDEXES, userIndex],
  [KEYS, key],
  [TOKENS, token],
  [CREDENTIALS, credentials],
  [FUNCTIONS, userFunction],
  [ROLES, role],
  [ACCESS_PROVIDERS, accessProvider],
]);

/** What is known about the documents of a collection. */
export function kindOf(id: CollectionId): Kind {
  return NATIVE.get(id) ?? userDocument;
}
