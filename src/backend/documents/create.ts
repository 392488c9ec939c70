import { isNamed, type CollectionId } from '../data/ids.ts';
import { DocumentValue } from '../data/document.ts';
import { EMPTY, type Obj } from '../data/obj.ts';
import { Ref } from '../data/ref.ts';
import { TRANSACTION_TIME } from '../data/transaction-time.ts';
import { mayCreate } from '../auth/may-write.ts';
import { failure } from '../eval/failure.ts';
import { complete, masked } from './complete.ts';
import { refusesInContainer } from './container.ts';
import { shownFields } from './document-value.ts';
import { DENIED, OUTSIDE_SNAPSHOT } from './errors.ts';
import { kindOf } from './kinds.ts';
import { kindWord } from './kind-word.ts';
import { merge } from './merge.ts';
import { objectToStored } from './to-stored.ts';
import { checkUniqueIndexes } from './unique-indexes.ts';
import type { Context } from '../eval/context.ts';
import type { Draft } from './kind.ts';
import type { Position } from '../data/position.ts';

/** What is to be made. */
export interface Creation {
  readonly collection: CollectionId;
  /** Chosen by the caller; absent: a new one is made. */
  readonly id?: bigint | undefined;
  readonly params: Obj;
  /** Where errors are reported. */
  readonly position: Position;
  /** False: made on the caller's behalf with server rights (`login`). */
  readonly checked?: boolean;
}

/** Makes a document in the caller's database, checking in the order of spec 4.5.2 from step 5 on. */
export function createDocument(creation: Creation, context: Context): DocumentValue {
  const { collection, params, position, checked = true } = creation;
  const { transaction, auth } = context;
  const kind = kindOf(collection);
  const ref = new Ref(auth.scope, collection, creation.id ?? newDocumentId(collection, context));
  const fields = masked(merge(EMPTY, objectToStored(params, transaction)), kind);

  if (checked && !mayCreate(ref, () => fields, creation.id !== undefined, context))
    throw failure(position, ...DENIED);
  if (creation.id !== undefined && transaction.read(ref) !== undefined)
    throw failure(
      position,
      'instance already exists',
      `${kindWord(kind.word, context.version)} already exists.`,
    );
  if (refusesInContainer(collection, context))
    throw failure(position, 'invalid object in container', 'Object is not allowed in a container');
  if (context.validTime !== undefined) throw failure(position, ...OUTSIDE_SNAPSHOT);

  const draft: Draft = {
    action: 'create',
    ref,
    context,
    position,
    before: undefined,
    params,
    fields,
    failures: [],
    secret: undefined,
  };
  complete(draft, kind);
  transaction.write(ref, 'create', draft.fields);
  checkUniqueIndexes(ref, position, context);
  kind.stored?.(draft);
  return new DocumentValue(ref, TRANSACTION_TIME, shownFields(ref, kind.reply?.(draft) ?? draft.fields), {
    isNew: true,
  });
}

function newDocumentId(collection: CollectionId, { transaction, auth }: Context): bigint {
  return isNamed(collection) ? transaction.newSchemaId(auth.scope, collection) : transaction.newId();
}
