import { FIRST_USER_COLLECTION, isNamed } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import { checkReadTime } from '../eval/read-time.ts';
import type { Context } from '../eval/context.ts';
import type { Version } from '../store/version.ts';

/** Documents are not measured: what matters of the figure is that a small one costs one read operation. */
const ESTIMATED_BYTES = 128;

/** The version of a document that is current at the time the query reads at; `undefined`: none is. */
export function readAt(ref: Ref, { transaction, validTime, costs }: Context): Version | undefined {
  const collection =
    ref.collection < FIRST_USER_COLLECTION
      ? undefined
      : transaction.read(Ref.ofCollection(ref.scope, ref.collection))?.fields;
  if (ref.collection >= FIRST_USER_COLLECTION && collection === undefined) return undefined;
  if (validTime !== undefined && !isNamed(ref.collection)) {
    const days = collection?.get('history_days');
    checkReadTime(validTime, typeof days === 'bigint' ? days : 0n, transaction.snapshot);
  }
  const version = transaction.read(ref, validTime);
  if (version !== undefined) costs.read(ESTIMATED_BYTES);
  return version;
}
