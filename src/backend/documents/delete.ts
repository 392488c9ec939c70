import { EMPTY } from '../data/obj.ts';
import { mayDelete } from '../auth/may-write.ts';
import { failure } from '../eval/failure.ts';
import { documentValue } from './document-value.ts';
import { DENIED, OUTSIDE_SNAPSHOT } from './errors.ts';
import { kindOf } from './kinds.ts';
import { notFound } from './not-found.ts';
import type { Context } from '../eval/context.ts';
import type { DocumentValue } from '../data/document.ts';
import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';

/** Deletes a document and gives its last live version (spec 4.5.3). */
export function deleteDocument(ref: Ref, position: Position, context: Context): DocumentValue {
  const current = context.transaction.read(ref);
  if (current === undefined) throw notFound(ref, position, context);
  if (!mayDelete(ref, context)) throw failure(position, ...DENIED);
  if (context.validTime !== undefined) throw failure(position, ...OUTSIDE_SNAPSHOT);
  dropDocument(ref, context);
  return documentValue(ref, current, context);
}

/** Deletes a document that is there, without asking for permission. */
export function dropDocument(ref: Ref, context: Context): void {
  const fields = context.transaction.read(ref)?.fields;
  if (fields === undefined) return;
  context.transaction.write(ref, 'delete', EMPTY);
  kindOf(ref.collection).deleted?.(ref, fields, context);
}
