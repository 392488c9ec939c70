/** Calls of user functions (spec 4.2). */
import { any, optional } from './casts.ts';
import { applyLambda } from '../eval/evaluate.ts';
import { expected, undefinedRef } from '../eval/argument-errors.ts';
import { failure, QueryFailure } from '../eval/failure.ts';
import { form, type Form } from './form.ts';
import { FUNCTIONS } from '../data/ids.ts';
import { isTagged, type Data } from '../data/data.ts';
import { mayCall } from '../auth/may-call.ts';
import { Ref } from '../data/ref.ts';
import { UnresolvedRef } from '../data/unresolved-ref.ts';
import { within, type Context } from '../eval/context.ts';
import { withFunctionRole } from '../auth/with-function-role.ts';
import { WRITE } from '../eval/effect.ts';
import type { Obj } from '../data/obj.ts';
import type { Position } from '../data/position.ts';

export const callForms: readonly Form[] = [
  form({
    params: { call: any, arguments: optional(any) },
    maxEffect: WRITE,
    run: (args, context, position) =>
      callFunction(args.call, args.arguments === undefined ? [] : args.arguments, position, context),
  }),
];

/** Calls a user function by ref or name. Errors inside become the cause of one `call error`. */
function callFunction(target: Data, argument: Data, position: Position, context: Context): Data {
  const ref = functionRef(target, position.at('call'), context);
  const fields = committedFields(ref, context);
  const body = fields?.get('body');
  if (
    fields === undefined ||
    body === undefined ||
    body === null ||
    !isTagged(body) ||
    body.kind !== 'lambda'
  )
    throw failure(position.at('call'), 'instance not found', 'Function not found.', { missing: true });
  if (!mayCall(ref, argument, context))
    throw failure(position, 'permission denied', 'Insufficient privileges to perform the action.');
  const role = fields.get('role');
  const auth = role === undefined ? context.auth : withFunctionRole(context.auth, role, context.transaction);
  try {
    return applyLambda(body, argument, position, within(context, { auth }));
  } catch (error) {
    if (!(error instanceof QueryFailure) || error.errors[0]?.code === 'stack overflow') throw error;
    throw failure(position, 'call error', 'Calling the function resulted in an error.', {
      cause: error.errors,
    });
  }
}

/** A function as it was before the query: one that the query itself made cannot be called, not even by its ref (seen). */
function committedFields(ref: Ref, { transaction }: Context): Obj | undefined {
  const version = transaction.history(ref).findLast(({ at }) => at < transaction.commitTime);
  return version === undefined || version.action === 'delete' ? undefined : version.fields;
}

function functionRef(target: Data, position: Position, context: Context): Ref {
  if (isTagged(target)) {
    if (target.kind === 'ref' && target.collection === FUNCTIONS) return target;
    if (target.kind === 'unresolved-ref') throw undefinedRef(position, target, context.version);
  }
  if (typeof target !== 'string') throw expected(position, ['Identifier'], target);
  const { scope } = context.auth;
  const id = context.transaction.names.find('functions', scope, target);
  if (id !== undefined) return new Ref(scope, FUNCTIONS, id);
  const missing = new UnresolvedRef({ id: target, collection: { id: 'functions' } });
  throw undefinedRef(position, missing, context.version);
}
