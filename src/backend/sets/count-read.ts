import type { Data } from '../data/data.ts';
import type { SetValue } from '../data/set.ts';
import type { Context } from '../eval/context.ts';

/** What is not spread over partitions by terms is spread over these (spec 1.6, 4.9). */
const PARTITIONS = 8;

/** Sets are not measured: what matters of the figure is that a partition costs one read operation. */
const PARTITION_BYTES = 128;

/**
 * Notes what reading a set costs: one operation for each partition of each set that it is made of, however little is in it;
 * the targets of a join are not counted. All as recorded (`x-byte-read-ops`).
 */
export function countRead(set: SetValue, context: Context): void {
  for (let partition = partitionsOf(set, context); partition > 0; partition -= 1)
    context.costs.read(PARTITION_BYTES);
}

function partitionsOf({ node }: SetValue, context: Context): number {
  switch (node.op) {
    case 'documents':
    case 'collection':
      return PARTITIONS;
    case 'match':
      return indexPartitions(context.transaction.read(node.index)?.fields.get('partitions'));
    case 'document':
    case 'singleton':
      return 1;
    case 'union':
    case 'intersection':
    case 'difference':
      return node.sets.reduce((sum, set) => sum + partitionsOf(set, context), 0);
    case 'events':
    case 'distinct':
    case 'reverse':
    case 'range':
    case 'filter':
    case 'join':
      return partitionsOf(node.of, context);
  }
}

function indexPartitions(partitions: Data | undefined): number {
  return typeof partitions === 'bigint' ? Number(partitions) : PARTITIONS;
}
