import { ACCESS_PROVIDERS, DATABASES, KEYS, ROLES, type CollectionId } from '../data/ids.ts';
import { databaseOf } from '../schema/database-of.ts';
import type { Context } from '../eval/context.ts';

/** Whether the caller's database is a container, which holds nothing but these (spec 4.5.2, step 7). */
export function refusesInContainer(collection: CollectionId, { auth, transaction }: Context): boolean {
  if ([DATABASES, KEYS, ROLES, ACCESS_PROVIDERS].includes(collection)) return false;
  const database = databaseOf(auth.scope, { transaction });
  return database !== undefined && transaction.read(database)?.fields.get('container') === true;
}
