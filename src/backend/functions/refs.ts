/** Refs by their parts, and ids (spec 4.3). */
import { any, databaseRef, nothing, optional, string } from './casts.ts';
import { both } from '../eval/both.ts';
import { COLLECTIONS, DATABASES, isNamed, NATIVE_COLLECTIONS } from '../data/ids.ts';
import { documentId } from '../parse/document-id.ts';
import { expected, undefinedRef } from '../eval/argument-errors.ts';
import { form, type Form } from './form.ts';
import { invalidArgument } from '../eval/failure.ts';
import { isTagged, type Data } from '../data/data.ts';
import { nameOf } from '../schema/ref-id.ts';
import { Ref } from '../data/ref.ts';
import { scopeOf } from '../schema/scope-of.ts';
import { UnresolvedRef, type GivenRef } from '../data/unresolved-ref.ts';
import { WRITE } from '../eval/effect.ts';
import type { ApiVersion } from '../core.ts';
import type { Context } from '../eval/context.ts';
import type { Position } from '../data/position.ts';

export const refForms: readonly Form[] = [
  form({ params: { ref: any, id: any, scope: optional(databaseRef) }, run: documentRef }),

  named('database', 'databases'),
  named('index', 'indexes'),
  named('class', 'collections'),
  named('collection', 'collections'),
  named('function', 'functions'),
  named('role', 'roles'),
  named('access_provider', 'access_providers', '4'),

  ...[
    'databases',
    'indexes',
    'classes',
    'collections',
    'keys',
    'tokens',
    'credentials',
    'functions',
    'roles',
  ].map((name) => native(name)),
  native('access_providers', '4'),

  ...['next_id', 'new_id'].map((name) =>
    form({
      params: { [name]: nothing },
      effect: WRITE,
      run: (_args, context) => String(context.transaction.newId()),
    }),
  ),
];

/** `{"ref": <collection>, "id": …}`; the errors of `ref` and `id` are reported together. */
function documentRef(
  { ref, id, scope }: { readonly ref: Data; readonly id: Data; readonly scope: Ref | undefined },
  _context: Context,
  position: Position,
): Data {
  const [collection, number] = both(
    () => collectionOf(ref, position.at('ref')),
    () => idOf(id, position.at('id')),
  );
  if (collection instanceof UnresolvedRef)
    return new UnresolvedRef({ id: String(number), collection: collection.given });
  // The scope of a database's ref is that of the database it is in, not its inside (core: BasicFunctions.scala:330; seen).
  return new Ref(scope?.scope ?? collection.scope, Number(collection.id), number);
}

function collectionOf(value: Data, position: Position): Ref | UnresolvedRef {
  if (isTagged(value)) {
    if (value.kind === 'ref' && value.collection === COLLECTIONS) {
      if (!isNamed(Number(value.id))) return value;
      throw invalidArgument(position, 'Regular Class Ref expected, Schema Class Ref provided.');
    }
    if (value.kind === 'unresolved-ref' && isUserCollection(value.given)) return value;
  }
  throw expected(position, ['Collection Ref'], value);
}

function isUserCollection({ collection }: GivenRef): boolean {
  return collection?.id === 'collections' && collection.collection === undefined;
}

function idOf(value: Data, position: Position): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value !== 'string') throw expected(position, ['String', 'Number'], value);
  const id = documentId(value);
  if (typeof id === 'bigint') return id;
  throw invalidArgument(position, id);
}

/** `{"collection": "name"}` and its kin; a name that is not there gives an unresolved ref, not an error. */
function named(key: string, kind: string, since?: ApiVersion): Form {
  return form({
    params: { [key]: string, scope: optional(databaseRef) },
    ...(since === undefined ? {} : { since }),
    run: ({ [key]: name, scope }, context) => byName(kind, textOf(name), refOrNothing(scope), context),
  });
}

function byName(kind: string, name: string, database: Ref | undefined, context: Context): Data {
  const { auth, transaction } = context;
  const scope = database === undefined ? auth.scope : scopeOf(database, transaction);
  const collection = { id: kind };
  if (scope === undefined) return new UnresolvedRef({ id: name, collection });
  const id = transaction.names.find(kind, scope, name);
  if (id !== undefined) return new Ref(scope, NATIVE_COLLECTIONS.get(kind) ?? COLLECTIONS, id);
  const outside = database === undefined || scope === auth.scope ? undefined : nameOf(database, transaction);
  return new UnresolvedRef({
    id: name,
    collection,
    database: outside === undefined ? undefined : { id: outside, collection: { id: 'databases' } },
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function refOrNothing(value: unknown): Ref | undefined {
  return value instanceof Ref ? value : undefined;
}

/** `{"tokens": null}`, or of another database. */
function native(key: string, since?: ApiVersion): Form {
  const collection = NATIVE_COLLECTIONS.get(key) ?? COLLECTIONS;
  return form({
    params: { [key]: any },
    ...(since === undefined ? {} : { since }),
    run: ({ [key]: database = null }, context, position) => {
      const { auth, transaction, version } = context;
      if (database === null) return Ref.ofCollection(auth.scope, collection);
      if (isTagged(database)) {
        if (database.kind === 'unresolved-ref') throw undefinedRef(position.at(key), database, version);
        const scope =
          database.kind === 'ref' && database.collection === DATABASES
            ? scopeOf(database, transaction)
            : undefined;
        if (scope !== undefined) return Ref.ofCollection(scope, collection);
      }
      throw expected(position.at(key), ['Database Ref', 'Null'], database);
    },
  });
}
