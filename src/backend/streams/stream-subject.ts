import { FIRST_USER_COLLECTION, type CollectionId, type ScopeId } from '../data/ids.ts';
import { invalidArgument } from '../eval/failure.ts';
import { isTagged, type Data, type Tagged } from '../data/data.ts';
import { ROOT } from '../data/position.ts';
import { typeName } from '../data/type-name.ts';
import { undefinedRef } from '../eval/argument-errors.ts';
import type { Context } from '../eval/context.ts';
import type { Ref } from '../data/ref.ts';

/** What a stream watches. */
export type StreamSubject =
  | { readonly kind: 'document'; readonly ref: Ref }
  | { readonly kind: 'documents'; readonly scope: ScopeId; readonly collection: CollectionId }
  | { readonly kind: 'index'; readonly index: Ref; readonly terms: readonly Data[] };

/** The subject that the value of a query is: a document's ref, a document, `documents` or a plain `match`. */
export function streamSubject(value: Data, context: Context): StreamSubject {
  const subject = isTagged(value) ? subjectOf(value, context) : undefined;
  if (subject !== undefined) return subject;
  throw invalidArgument(ROOT, `Expected a Document Ref or Version, or a Set Ref, got ${typeName(value)}.`);
}

function subjectOf(value: Tagged, context: Context): StreamSubject | undefined {
  if (value.kind === 'unresolved-ref') throw undefinedRef(ROOT, value, context.version);
  if (value.kind === 'ref') return documentSubject(value);
  if (value.kind === 'document') return documentSubject(value.ref);
  if (value.kind !== 'set') return undefined;
  const { node } = value;
  if (node.op === 'match') return { kind: 'index', index: node.index, terms: node.terms };
  if (node.op === 'documents') return { kind: 'documents', scope: node.scope, collection: node.collection };
  return undefined;
}

function documentSubject(ref: Ref): StreamSubject | undefined {
  return ref.collection < FIRST_USER_COLLECTION ? undefined : { kind: 'document', ref };
}
