import { bindingContext } from './binding-context.ts';
import { indexTuples, type IndexTuple } from './index-tuples.ts';
import { indexesOf } from './indexes-of.ts';
import type { Context } from '../eval/context.ts';
import type { IndexConfig } from './index-config.ts';
import type { Ref } from '../data/ref.ts';

/**
 * Whether what this transaction just wrote gave a document an entry whose terms and values a unique index has of another
 * document. Entries that it had before count for nothing: a unique index may be built over documents that are not.
 */
export function breaksUniqueness(ref: Ref, context: Context): boolean {
  const { transaction } = context;
  for (const config of indexesOf(ref.scope, ref.collection, transaction)) {
    if (!config.isUnique) continue;
    const inside = bindingContext(transaction, ref.scope, context);
    const [now, before] = transaction.history(ref).toReversed();
    const at = transaction.commitTime;
    const old = new Set(indexTuples(config, ref, before, at, inside).map(({ key }) => key));
    const added = indexTuples(config, ref, now, at, inside).filter(
      ({ key, isOpen }) => !isOpen && !old.has(key),
    );
    if (added.some((tuple) => isTaken(tuple, config, ref, context))) return true;
  }
  return false;
}

function isTaken(
  { terms, values }: IndexTuple,
  config: IndexConfig,
  ref: Ref,
  { transaction }: Context,
): boolean {
  const { scope, id } = config.ref;
  const entries = transaction.findPartition(scope, id, terms)?.scan({
    at: transaction.commitTime,
    seek: (entry) => config.orderOfValues(entry.values, values),
  });
  for (const entry of entries ?? []) {
    if (config.orderOfValues(entry.values, values) !== 0) return false;
    if (!entry.ref.equals(ref) && transaction.read(entry.ref) !== undefined) return true;
  }
  return false;
}
