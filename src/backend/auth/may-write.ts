import { TOKENS } from '../data/ids.ts';
import { ActionValue } from '../data/action.ts';
import { Time } from '../data/time.ts';
import { builtinAllows } from './builtin-power.ts';
import { granted } from './grants.ts';
import { collectionOf, isOwn } from './may-read.ts';
import type { Context } from '../eval/context.ts';
import type { Data } from '../data/data.ts';
import type { Obj } from '../data/obj.ts';
import type { Ref } from '../data/ref.ts';
import type { Argument } from './predicate.ts';
import type { RoleAction } from './privileges.ts';

/** Whether the caller may make a document with those fields; `chosen`: with an id of his choice. */
export function mayCreate(ref: Ref, fields: () => Obj, chosen: boolean, context: Context): boolean {
  if (!chosen) return may('create', ref, fields, context);
  // One who may write history could have created it that way (spec 5.4).
  return (
    may('create_with_id', ref, (parameters) => (parameters === 2 ? [fields(), ref] : fields()), context) ||
    (may('create', ref, fields, context) &&
      mayWriteHistory(ref, () => creation(ref, fields(), context), context))
  );
}

/** Whether the caller may change a document from `before` to `after`. */
export function mayUpdate(ref: Ref, before: Obj, after: () => Obj, context: Context): boolean {
  return may(
    'write',
    ref,
    (parameters) => (parameters === 3 ? [before, after(), ref] : [before, after()]),
    context,
  );
}

export function mayDelete(ref: Ref, context: Context): boolean {
  return (ref.collection === TOKENS && isOwn(ref, context)) || may('delete', ref, () => ref, context);
}

/** Whether the caller may put an event into a document's past or take one out. */
export function mayWriteHistory(ref: Ref, event: () => readonly Data[], context: Context): boolean {
  return may('history_write', ref, event, context);
}

function may(action: RoleAction, ref: Ref, argument: Argument, context: Context): boolean {
  const { power } = context.auth;
  if (power.kind !== 'roles' && power.kind !== 'identity')
    return builtinAllows(power, 'write', ref, context.auth, context.transaction);
  return granted(action, collectionOf(ref), argument, context);
}

function creation(ref: Ref, fields: Obj, { transaction }: Context): readonly Data[] {
  return [ref, Time.ofMicros(transaction.commitTime), new ActionValue('create'), fields];
}
