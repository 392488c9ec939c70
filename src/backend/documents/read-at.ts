import { FIRST_USER_COLLECTION, isNamed } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import { checkTimeOf } from '../sets/min-valid-time.ts';
import type { Context } from '../eval/context.ts';
import type { Version } from '../store/version.ts';

/** Documents are not measured: what matters of the figure is that a small one costs one read operation. */
const ESTIMATED_BYTES = 128;

/** The version of a document that is current at the time the query reads at; `undefined`: none is. */
export function readAt(ref: Ref, context: Context): Version | undefined {
  const { transaction, validTime, costs } = context;
  const isUsers = ref.collection >= FIRST_USER_COLLECTION;
  if (isUsers && transaction.read(Ref.ofCollection(ref.scope, ref.collection)) === undefined)
    return undefined;
  if (!isNamed(ref.collection)) checkTimeOf(ref.scope, ref.collection, context);
  const version = transaction.read(ref, validTime);
  // Looking for one that is not there is a read, too (recorded: `exists`).
  costs.read(ESTIMATED_BYTES);
  return version;
}
