import { checkReadTime, RETAINED } from '../eval/read-time.ts';
import { FIRST_USER_COLLECTION, type CollectionId, type ScopeId } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import type { Context } from '../eval/context.ts';
import type { Obj } from '../data/obj.ts';

const DAY = 24n * 60n * 60n * 1_000_000n;

/**
 * The time (µs) up to which a collection's past is not kept: of what was before, only the last state counts. What was
 * beyond `history_days` before it changed stays beyond (core: doc/Collection.scala, `computeMinValidTimeFloor`).
 */
export function minValidTime(scope: ScopeId, collection: CollectionId, { transaction }: Context): bigint {
  const { snapshot } = transaction;
  if (collection < FIRST_USER_COLLECTION) return snapshot - RETAINED;
  const versions = transaction.history(Ref.ofCollection(scope, collection));
  const current = versions.at(-1);
  if (current === undefined) return 0n;
  const days = historyDays(current.fields);
  const changedAt = current.at < snapshot ? current.at : snapshot;
  const limits = [days === undefined ? 0n : snapshot - days * DAY];
  // A collection that keeps everything does so from the time on at which that was said.
  for (const { fields } of versions.slice(-2)) limits.push(changedAt - (historyDays(fields) ?? 0n) * DAY);
  const limit = limits.reduce((a, b) => (a > b ? a : b));
  return limit > RETAINED ? limit - RETAINED : 0n;
}

/** Refuses to read a collection at a time whose past is not kept. */
export function checkTimeOf(scope: ScopeId, collection: CollectionId, context: Context): void {
  const { validTime } = context;
  if (validTime !== undefined) checkReadTime(validTime, minValidTime(scope, collection, context));
}

/** `undefined`: for ever. */
function historyDays(fields: Obj): bigint | undefined {
  const days = fields.get('history_days');
  return typeof days === 'bigint' ? days : undefined;
}
