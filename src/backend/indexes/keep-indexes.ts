/**
 * Indexes: their entries follow from documents. `index-config.ts` reads an index's document, `index-tuples.ts` says which
 * entries a version of a document makes, `keep-indexes.ts` notes with every change which entries come and go,
 * `build-index.ts` makes those of documents that were there before the index. Entries live in the store's partitions, one
 * for each list of terms; reading them is `sets/index-set.ts`.
 */
import { INDEXES } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import { bindingContext, type BindingParts } from './binding-context.ts';
import { buildIndex } from './build-index.ts';
import { indexConfig, type IndexConfig } from './index-config.ts';
import { indexesOf } from './indexes-of.ts';
import { noteChanges } from './note-changes.ts';
import type { Change } from '../store/change.ts';
import type { Context } from '../eval/context.ts';
import type { Store } from '../store/store.ts';
import { activateLater } from './activate-later.ts';

/** Keeps all indexes of a store up to date from now on. */
export function keepIndexes(store: Store, parts: BindingParts): void {
  store.observe((transaction, change) => {
    const { scope, collection, id } = change.key;
    const context = bindingContext(transaction, scope, parts);
    if (collection === INDEXES) {
      indexChanged(new Ref(scope, collection, id), change, context, store);
      return;
    }
    for (const config of indexesOf(scope, collection, transaction)) updateEntries(config, change, context);
  });
}

/** A new index gets its entries; one that is to be built in the background becomes active a little later. */
function indexChanged(ref: Ref, { before, after, previous }: Change, context: Context, store: Store): void {
  const isNew = before === undefined && (previous === undefined || previous.action === 'delete');
  if (after === undefined || after.action === 'delete' || !isNew) return;
  const config = indexConfig(ref, after);
  buildIndex(config, context);
  if (!config.isActive) context.transaction.onCommit(() => activateLater(ref, store));
}

/** Takes back what followed from the versions as they were and notes what follows from them as they are. */
function updateEntries(config: IndexConfig, change: Change, context: Context): void {
  const { key, previous, before, after, next } = change;
  const ref = new Ref(key.scope, key.collection, key.id);
  const chain = (middle: typeof before): readonly (typeof before)[] =>
    [previous, middle, next].filter((version, index) => version !== undefined || index === 0);
  noteChanges(config, ref, chain(before), 'forget', context);
  noteChanges(config, ref, chain(after), 'note', context);
}
