/** Reading documents (spec 4.5.1). */
import { ACCESS_PROVIDERS, COLLECTIONS, ROLES, type CollectionId } from '../data/ids.ts';
import { isTagged, type Data } from '../data/data.ts';
import { mayRead } from '../auth/may-read.ts';
import { DENIED } from '../documents/errors.ts';
import { documentValue } from '../documents/document-value.ts';
import { notFound } from '../documents/not-found.ts';
import { readAt } from '../documents/read-at.ts';
import { READ } from '../eval/effect.ts';
import { failure } from '../eval/failure.ts';
import { within, type Context } from '../eval/context.ts';
import { firstRef } from '../sets/first-ref.ts';
import { optional, refOrSet, required, timestamp } from './casts.ts';
import { form, type Form } from './form.ts';
import { CostCounter } from '../query/costs.ts';
import type { DocumentValue } from '../data/document.ts';
import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';
import type { SetValue } from '../data/set.ts';

/**
 * As `refOrSet`, but a ref that does not resolve is merely not there. `roles` and `access_providers` are taken for
 * documents, which they are not (spec 7, item 21).
 */
const refOrSetOrNothing = required((value: Data, position, context): Ref | SetValue | undefined => {
  if (isTagged(value)) {
    if (value.kind === 'unresolved-ref') return undefined;
    if (value.kind === 'ref' && value.collection === COLLECTIONS && NOT_SETS.has(Number(value.id)))
      return undefined;
  }
  return refOrSet.cast(value, position, context);
});
const NOT_SETS: ReadonlySet<CollectionId> = new Set([ROLES, ACCESS_PROVIDERS]);

export const readingForms: readonly Form[] = [
  form({
    params: { get: refOrSet, ts: optional(timestamp) },
    effect: READ,
    run: (args, context, position) => getDocument(args.get, at(args.ts, context), position),
  }),
  form({
    params: { exists: refOrSetOrNothing, ts: optional(timestamp) },
    effect: READ,
    run: (args, context, position) => exists(args.exists, at(args.ts, context), position),
  }),
];

function at(ts: bigint | undefined, context: Context): Context {
  return ts === undefined ? context : within(context, { validTime: ts });
}

/** The document, or that of a set's first element; permission comes before existence. */
export function getDocument(target: Ref | SetValue, context: Context, position: Position): DocumentValue {
  const ref = target.kind === 'ref' ? target : firstRef(target, context, position.at('get'));
  if (ref === undefined) throw failure(position, 'instance not found', 'Set not found.', { missing: true });
  if (!mayRead(ref, context)) throw failure(position, ...DENIED);
  const version = readAt(ref, ofElement(target, context));
  if (version === undefined) throw notFound(ref, position, context);
  return documentValue(ref, version, context);
}

function exists(target: Ref | SetValue | undefined, context: Context, position: Position): boolean {
  if (target === undefined) return false;
  const ref = target.kind === 'ref' ? target : firstRef(target, context, position.at('exists'));
  return ref !== undefined && mayRead(ref, context) && readAt(ref, ofElement(target, context)) !== undefined;
}

/** The document of a set's element costs nothing beyond the set (recorded). */
function ofElement(target: Ref | SetValue, context: Context): Context {
  return target.kind === 'ref' ? context : within(context, { costs: new CostCounter() });
}
