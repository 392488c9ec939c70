import { ActionValue } from '../data/action.ts';
import { DocumentEvent } from '../data/event.ts';
import { EMPTY, type Obj } from '../data/obj.ts';
import { FIRST_USER_COLLECTION, KEYS } from '../data/ids.ts';
import { isTagged } from '../data/data.ts';
import { Time } from '../data/time.ts';
import { mayWriteHistory } from '../auth/may-write.ts';
import { addKeyScope } from '../auth/key-scopes.ts';
import { failure, invalidArgument } from '../eval/failure.ts';
import { complete, masked } from './complete.ts';
import { DENIED, OUTSIDE_SNAPSHOT } from './errors.ts';
import { kindOf } from './kinds.ts';
import { merge } from './merge.ts';
import { expire } from './expire.ts';
import { nullsOf } from './nulls-of.ts';
import type { Context } from '../eval/context.ts';
import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';
import type { VersionAction } from '../store/version.ts';

/** Puts an event into a document's past (spec 4.5.4) and gives it back. `at`: µs; `undefined`: this transaction. */
export function insertEvent(
  ref: Ref,
  at: bigint | undefined,
  action: VersionAction,
  params: Obj,
  context: Context,
  position: Position,
): DocumentEvent {
  if (ref.collection < FIRST_USER_COLLECTION && ref.collection !== KEYS)
    throw invalidArgument(position, 'Cannot insert event for specified ref.');
  const { transaction } = context;
  const ts = at ?? transaction.commitTime;
  const kind = kindOf(ref.collection);
  const cleaned = params.without('credentials', 'hashed_secret');
  const given = action === 'delete' ? EMPTY : masked(merge(EMPTY, nullsOf(cleaned, transaction)), kind);
  checkAllowed(ref, ts, action, given, context, position);
  if (context.validTime !== undefined || ts > transaction.snapshot)
    throw failure(position, ...OUTSIDE_SNAPSHOT);
  const { fields } =
    action === 'delete' ? { fields: EMPTY } : checked(ref, given, cleaned, context, position);
  transaction.insert(ref, ts, action, fields);
  if (ref.collection === KEYS) addKeyScope(ref.id, ref.scope, transaction);
  // An update is answered as a creation, whatever was there before.
  const shown = action === 'delete' ? action : 'create';
  const data = action === 'delete' ? null : (fields.get('data') ?? null);
  return new DocumentEvent(ts, shown, ref, isTagged(data) && data.kind === 'object' ? data : null);
}

/** Takes an event out of a document's past; that there is none is no error. */
export function removeEvent(
  ref: Ref,
  at: bigint | undefined,
  action: VersionAction,
  context: Context,
  position: Position,
): null {
  if (ref.collection < FIRST_USER_COLLECTION)
    throw invalidArgument(position, 'Cannot remove event for specified ref.');
  const ts = at ?? context.transaction.commitTime;
  checkAllowed(ref, ts, action, EMPTY, context, position);
  if (context.validTime !== undefined) throw failure(position, ...OUTSIDE_SNAPSHOT);
  context.transaction.remove(ref, ts, action);
  return null;
}

function checkAllowed(
  ref: Ref,
  at: bigint,
  action: VersionAction,
  fields: Obj,
  context: Context,
  position: Position,
): void {
  const event = (): readonly [Ref, Time, ActionValue, Obj] => [
    ref,
    Time.ofMicros(at),
    new ActionValue(action),
    fields,
  ];
  if (!mayWriteHistory(ref, event, context)) throw failure(position, ...DENIED);
}

function checked(
  ref: Ref,
  fields: Obj,
  params: Obj,
  context: Context,
  position: Position,
): { readonly fields: Obj } {
  const draft = {
    action: 'create' as const,
    ref,
    context,
    position,
    before: undefined,
    params,
    fields,
    failures: [],
    secret: undefined,
  };
  // Only the types are checked: nothing is generated for the past, no secret above all.
  complete(draft, { ...kindOf(ref.collection), prepare: expire, check: () => undefined });
  return draft;
}
