import { DocumentValue } from '../data/document.ts';
import { EMPTY, type Obj } from '../data/obj.ts';
import { TRANSACTION_TIME } from '../data/transaction-time.ts';
import { mayUpdate } from '../auth/may-write.ts';
import { failure } from '../eval/failure.ts';
import { complete, masked } from './complete.ts';
import { shownFields } from './document-value.ts';
import { DENIED, OUTSIDE_SNAPSHOT } from './errors.ts';
import { forgetOldVersions } from './forget-old-versions.ts';
import { kindOf } from './kinds.ts';
import { merge } from './merge.ts';
import { notFound } from './not-found.ts';
import { nullsOf } from './nulls-of.ts';
import { checkUniqueIndexes } from './unique-indexes.ts';
import type { Context } from '../eval/context.ts';
import type { Draft } from './kind.ts';
import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';

/** What is to be changed. */
export interface Change {
  readonly action: 'update' | 'replace';
  readonly ref: Ref;
  readonly params: Obj;
  /** Of the form; a missing document is reported at its `update` or `replace`. */
  readonly position: Position;
}

/** Updates or replaces a document of the caller's database; it is looked for before permission is (spec 4.5.3). */
export function changeDocument({ action, ref, params, position }: Change, context: Context): DocumentValue {
  const { transaction } = context;
  const kind = kindOf(ref.collection);
  const current = transaction.read(ref);
  if (current === undefined) throw notFound(ref, position.at(action), context);
  const before = current.fields;

  const base = action === 'update' ? before : EMPTY;
  const fields = masked(merge(base, nullsOf(params, transaction)), kind);
  if (!mayUpdate(ref, before, () => fields, context)) throw failure(position, ...DENIED);
  if (context.validTime !== undefined) throw failure(position, ...OUTSIDE_SNAPSHOT);

  const draft: Draft = {
    action,
    ref,
    context,
    position,
    before,
    params,
    fields,
    failures: [],
    secret: undefined,
  };
  complete(draft, kind);
  transaction.write(ref, 'update', draft.fields);
  checkUniqueIndexes(ref, position, context);
  forgetOldVersions(ref, context);
  kind.stored?.(draft);
  return new DocumentValue(ref, TRANSACTION_TIME, shownFields(ref, kind.reply?.(draft) ?? draft.fields));
}
