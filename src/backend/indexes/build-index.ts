import { FIRST_USER_COLLECTION, COLLECTIONS, type CollectionId } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import { noteChanges } from './note-changes.ts';
import type { Context } from '../eval/context.ts';
import type { IndexConfig } from './index-config.ts';

/** Makes the entries of all documents that are there, with the history that they have. */
export function buildIndex(config: IndexConfig, context: Context): void {
  const { transaction } = context;
  const { scope } = config.ref;
  for (const collection of config.collections ?? userCollections(config, context))
    for (const id of transaction.scanIds(scope, collection)) {
      const ref = new Ref(scope, collection, id);
      noteChanges(config, ref, [undefined, ...transaction.history(ref)], 'note', context);
    }
}

function userCollections({ ref: { scope } }: IndexConfig, { transaction }: Context): readonly CollectionId[] {
  const ids = [...transaction.scan(scope, COLLECTIONS)].map(([id]) => Number(id));
  return ids.filter((id) => id >= FIRST_USER_COLLECTION);
}
