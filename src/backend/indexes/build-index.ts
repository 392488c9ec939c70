import { Ref } from '../data/ref.ts';
import { noteChanges } from './note-changes.ts';
import { userCollections } from './user-collections.ts';
import type { Context } from '../eval/context.ts';
import type { IndexConfig } from './index-config.ts';

/** Makes the entries of all documents that are there, with the history that they have. */
export function buildIndex(config: IndexConfig, context: Context): void {
  const { transaction } = context;
  const { scope } = config.ref;
  for (const collection of config.collections ?? userCollections(scope, transaction))
    for (const id of transaction.scanIds(scope, collection)) {
      const ref = new Ref(scope, collection, id);
      noteChanges(config, ref, [undefined, ...transaction.history(ref)], 'note', context);
    }
}
