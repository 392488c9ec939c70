import { INDEXES, type CollectionId, type ScopeId } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import { indexConfig, type IndexConfig } from './index-config.ts';
import type { Transaction } from '../store/store.ts';

/** The indexes that have a collection among their sources, active or not. */
export function* indexesOf(
  scope: ScopeId,
  collection: CollectionId,
  transaction: Transaction,
): Iterable<IndexConfig> {
  for (const [id, version] of transaction.scan(scope, INDEXES)) {
    const config = indexConfig(new Ref(scope, INDEXES, id), version);
    if (config.bindingsFor(collection) !== undefined) yield config;
  }
}
