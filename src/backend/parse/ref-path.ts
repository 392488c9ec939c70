import { documentId } from './document-id.ts';
import { isName } from './name.ts';
import type { GivenRef } from '../data/unresolved-ref.ts';

/** What the path of a legacy ref string or of a REST request names. */
export type RefPath =
  { readonly kind: 'ref'; readonly ref: GivenRef } | { readonly kind: 'events'; readonly of: GivenRef };

/** Collections whose documents have numbers, or `self`, as ids. */
const NUMBERED: ReadonlySet<string> = new Set(['keys', 'tokens', 'credentials']);
/** Collections whose documents have names. `classes` and `collections` hold collections, which hold documents. */
const NAMED: ReadonlySet<string> = new Set([
  'databases',
  'indexes',
  'functions',
  'roles',
  'access_providers',
]);

/**
 * Reads a legacy ref path (`classes/c/1`, `databases/d`, `tokens`), with `/events` behind it for the events of what it
 * names; `undefined` for everything else. A trailing slash is not allowed. Events of functions, roles, indexes and access
 * providers by name are.
 */
export function refPath(text: string): RefPath | undefined {
  const segments = text.split('/');
  const events = segments.length > 1 && segments.at(-1) === 'events';
  if (events) segments.pop();
  const ref = refOf(segments);
  if (ref === undefined) return undefined;
  return events ? { kind: 'events', of: ref } : { kind: 'ref', ref };
}

function refOf([collection = '', id, document, ...rest]: readonly string[]): GivenRef | undefined {
  if (rest.length > 0) return undefined;
  const isClasses = collection === 'classes' || collection === 'collections';
  if (!isClasses && !NUMBERED.has(collection) && !NAMED.has(collection)) return undefined;
  const native = { id: isClasses ? 'collections' : collection };
  if (id === undefined) return native;
  if (NUMBERED.has(collection)) return document === undefined ? numbered(native, id) : undefined;
  if (!isPathName(id)) return undefined;
  const named = { id, collection: native };
  if (document === undefined) return named;
  return isClasses ? numbered(named, document) : undefined;
}

function numbered(collection: GivenRef, id: string): GivenRef | undefined {
  if (id === 'self') return { id, collection };
  return /^\d+$/.test(id) && typeof documentId(id) === 'bigint' ? { id, collection } : undefined;
}

function isPathName(text: string): boolean {
  return isName(text) && text !== 'self' && text !== 'events' && !/[,()&=]/.test(text);
}
