/** Writing documents (spec 4.5.2 to 4.5.4), schema documents by forms of their own (4.9). */
import {
  ACCESS_PROVIDERS,
  COLLECTIONS,
  DATABASES,
  FIRST_USER_COLLECTION,
  FUNCTIONS,
  INDEXES,
  isNamed,
  KEYS,
  NATIVE_COLLECTIONS,
  ROLES,
  type CollectionId,
} from '../data/ids.ts';
import { EMPTY, type Obj } from '../data/obj.ts';
import { isTagged, type Data } from '../data/data.ts';
import { UnresolvedRef } from '../data/unresolved-ref.ts';
import { checkRefs } from '../documents/check-refs.ts';
import { createDocument, type Creation } from '../documents/create.ts';
import { deleteDocument } from '../documents/delete.ts';
import { insertEvent, removeEvent } from '../documents/history-events.ts';
import { moveDatabase } from '../documents/move-database.ts';
import { changeDocument } from '../documents/update.ts';
import { undefinedRef, expected } from '../eval/argument-errors.ts';
import { Crash } from '../eval/crash.ts';
import { WRITE } from '../eval/effect.ts';
import { invalidArgument } from '../eval/failure.ts';
import { atLeast } from '../eval/version.ts';
import { databaseRef, identifier, object, optional, ref, required, timestamp } from './casts.ts';
import { form, type Form } from './form.ts';
import type { ApiVersion } from '../core.ts';
import type { Context } from '../eval/context.ts';
import type { DocumentValue } from '../data/document.ts';
import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';
import type { VersionAction } from '../store/version.ts';

/** `create`, `update` or `delete`, as a string or an action. */
const action = required((value: Data, position): VersionAction => {
  const name = isTagged(value) && value.kind === 'action' ? value.action : value;
  if (name === 'create' || name === 'update' || name === 'delete') return name;
  throw expected(position, ["String 'create', 'update', or 'delete'"], value);
});

export const writingForms: readonly Form[] = [
  form({ params: { create: identifier, params: optional(object) }, effect: WRITE, run: create }),
  form({
    params: { update: ref, params: optional(object) },
    effect: WRITE,
    run: (args, context, position) => change('update', args.update, args.params ?? EMPTY, context, position),
  }),
  form({
    params: { replace: ref, params: optional(object) },
    effect: WRITE,
    run: (args, context, position) =>
      change('replace', args.replace, args.params ?? EMPTY, context, position),
  }),
  form({
    params: { delete: ref },
    effect: WRITE,
    run: (args, context, position) => {
      refuseScoped(args.delete, position.at('delete'), context);
      return deleteDocument(args.delete, position, context);
    },
  }),
  form({
    params: { insert: ref, ts: timestamp, action, params: optional(object) },
    effect: WRITE,
    run: ({ insert, ts, action: what, params = EMPTY }, context, position) => {
      checkRefs(params, position, context);
      refuseScoped(insert, position.at('insert'), context);
      return insertEvent(insert, ts, what, params, context, position);
    },
  }),
  form({
    params: { remove: ref, ts: timestamp, action },
    effect: WRITE,
    run: ({ remove, ts, action: what }, context, position) => {
      refuseScoped(remove, position.at('remove'), context);
      return removeEvent(remove, ts, what, context, position);
    },
  }),

  creating('create_class', COLLECTIONS),
  creating('create_collection', COLLECTIONS),
  creating('create_database', DATABASES),
  creating('create_index', INDEXES),
  creating('create_key', KEYS),
  creating('create_function', FUNCTIONS),
  creating('create_role', ROLES),
  creating('create_access_provider', ACCESS_PROVIDERS, '4'),

  form({
    params: { move_database: databaseRef, to: databaseRef },
    effect: WRITE,
    run: (args, context, position) => moveDatabase(args.move_database, args.to, context, position),
  }),
];

function creating(name: string, collection: CollectionId, since?: ApiVersion): Form {
  return form({
    params: { [name]: object },
    effect: WRITE,
    ...(since === undefined ? {} : { since }),
    run: (args, context, position) => {
      const params = args[name] ?? EMPTY;
      checkRefs(params, position, context);
      return createDocument({ collection, params, position: position.at(name) }, context);
    },
  });
}

function create(
  { create: target, params = EMPTY }: { readonly create: string | Ref; readonly params: Obj | undefined },
  context: Context,
  position: Position,
): DocumentValue {
  const at = position.at('create');
  checkRefs(params, position, context);
  if (typeof target !== 'string') refuseScoped(target, at, context);
  const { collection, id } = typeof target === 'string' ? named(target, at, context) : targetOf(target, at);
  if (collection >= FIRST_USER_COLLECTION) refuseNewCollection(collection, at, context);
  return createDocument({ collection, id, params, position: at }, context);
}

/** The name of a user collection; that of a native one is an internal error of the core. */
function named(name: string, position: Position, context: Context): Pick<Creation, 'collection' | 'id'> {
  const native = NATIVE_COLLECTIONS.get(name);
  if (native !== undefined)
    throw new Crash(
      `java.lang.RuntimeException: Unknown unresolved ref: NativeCollectionRef(CollectionID(${String(native)}),None) at ${JSON.stringify(position.path())}`,
    );
  const id = context.transaction.names.find('collections', context.auth.scope, name);
  if (id !== undefined) return { collection: Number(id) };
  throw undefinedRef(
    position,
    new UnresolvedRef({ id: name, collection: { id: 'collections' } }),
    context.version,
  );
}

/** A collection, or the document that is to be made. */
function targetOf(target: Ref, position: Position): Pick<Creation, 'collection' | 'id'> {
  if (target.collection === COLLECTIONS) return { collection: Number(target.id) };
  if (isNamed(target.collection)) throw invalidArgument(position, 'Cannot create a schema meta collection.');
  return { collection: target.collection, id: target.id };
}

function change(
  what: 'update' | 'replace',
  target: Ref,
  params: Obj,
  context: Context,
  position: Position,
): DocumentValue {
  checkRefs(params, position, context);
  refuseScoped(target, position.at(what), context);
  if (target.collection === COLLECTIONS && target.id < FIRST_USER_COLLECTION)
    throw invalidArgument(position.at(what), 'Cannot update a schema meta collection.');
  return changeDocument({ action: what, ref: target, params, position }, context);
}

function refuseScoped(target: Ref, position: Position, { auth }: Context): void {
  if (target.scope !== auth.scope) throw invalidArgument(position, 'Cannot write a scoped ref.');
}

/** From version 5 on a collection and a document in it cannot be made in one query. */
function refuseNewCollection(collection: CollectionId, position: Position, context: Context): void {
  const { transaction, auth, version } = context;
  if (!atLeast(version, '5')) return;
  const [first] = transaction.history({ scope: auth.scope, collection: COLLECTIONS, id: BigInt(collection) });
  if (first?.at !== transaction.commitTime) return;
  throw invalidArgument(position, 'Cannot create a collection and a document in it in the same transaction.');
}
