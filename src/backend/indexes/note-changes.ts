import { indexTuples } from './index-tuples.ts';
import type { Context } from '../eval/context.ts';
import type { Data } from '../data/data.ts';
import type { IndexConfig } from './index-config.ts';
import type { IndexPartition } from '../store/index-partition.ts';
import type { Ref } from '../data/ref.ts';
import type { Version } from '../store/version.ts';

/**
 * Notes (or forgets) what the steps from each version to the next do to an index: entries that the earlier one made leave
 * at the time of the later one, those that only the later one makes come. The first of the chain is only what was before.
 */
export function noteChanges(
  config: IndexConfig,
  ref: Ref,
  chain: readonly (Version | undefined)[],
  how: 'note' | 'forget',
  context: Context,
): void {
  for (const [index, version] of chain.entries()) {
    if (index === 0 || version === undefined) continue;
    const old = indexTuples(config, ref, chain[index - 1], version.at, context);
    const now = indexTuples(config, ref, version, version.at, context);
    const [had, has] = [new Set(old.map(({ key }) => key)), new Set(now.map(({ key }) => key))];
    for (const { key, terms, values } of old)
      if (!has.has(key)) change(partition(config, terms, context), values, version.at, 'remove');
    for (const { key, terms, values } of now)
      if (!had.has(key)) change(partition(config, terms, context), values, version.at, 'add');
  }

  function change(
    entries: IndexPartition,
    values: readonly Data[],
    at: bigint,
    action: 'add' | 'remove',
  ): void {
    const entry = { values, ref };
    if (how === 'forget') entries.forget(entry, at, action);
    else if (action === 'add') entries.add(entry, at);
    else entries.remove(entry, at);
  }
}

function partition({ ref, order }: IndexConfig, terms: string, { transaction }: Context): IndexPartition {
  return transaction.partition(ref.scope, ref.id, terms, order);
}
