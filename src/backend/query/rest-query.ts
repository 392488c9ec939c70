import { COLLECTIONS, KEYS, nativeName } from '../data/ids.ts';
import { EMPTY, Obj } from '../data/obj.ts';
import { Parser } from '../parse/parser.ts';
import { QueryFailure } from '../eval/failure.ts';
import type { Ref } from '../data/ref.ts';
import { refPath } from '../parse/ref-path.ts';
import { resolveRef } from '../parse/resolve-ref.ts';
import { ROOT } from '../data/position.ts';
import { ROOT_SCOPE } from '../store/store.ts';
import { readQuery } from './read-query.ts';
import type { Context } from '../eval/context.ts';
import type { Data } from '../data/data.ts';
import type { GivenRef } from '../data/unresolved-ref.ts';
import type { RestRequest } from '../core.ts';

/** What a request to a legacy path comes to: a query, or a refusal. */
export type RestMeaning =
  | { readonly kind: 'query'; readonly query: Data }
  | { readonly kind: 'not found' }
  | { readonly kind: 'forbidden'; readonly description: string }
  | { readonly kind: 'not allowed'; readonly allow: readonly string[] };

/** Translates a request to a legacy path into the FQL form that does it (spec 1.12). */
export function restQuery(request: RestRequest, context: Context): RestMeaning {
  const path = refPath(request.path.replace(/^\//, ''));
  if (path === undefined) return { kind: 'not found' };
  const ref = resolved(path.kind === 'ref' ? path.ref : path.of, context);
  if (ref === undefined) return { kind: 'not found' };
  if (path.kind === 'events')
    return request.method === 'GET'
      ? { kind: 'query', query: paginate(ref, request, true, context) }
      : { kind: 'not allowed', allow: ['GET'] };
  return isNativeCollection(ref) ? ofCollection(ref, request, context) : ofDocument(ref, request, context);
}

function resolved(given: GivenRef, context: Context): Ref | undefined {
  try {
    const ref = resolveRef(given, ROOT, context);
    return ref.kind === 'ref' ? ref : undefined;
  } catch (error) {
    if (error instanceof QueryFailure) return undefined;
    throw error;
  }
}

function isNativeCollection(ref: Ref): boolean {
  return ref.collection === COLLECTIONS && nativeName(Number(ref.id)) !== undefined;
}

function ofCollection(ref: Ref, request: RestRequest, context: Context): RestMeaning {
  if (request.method === 'GET') return { kind: 'query', query: paginate(ref, request, false, context) };
  if (request.method === 'POST') return withBody('create', ref, request);
  return { kind: 'not allowed', allow: ['GET', 'POST'] };
}

function ofDocument(ref: Ref, request: RestRequest, context: Context): RestMeaning {
  switch (request.method) {
    case 'GET':
      return { kind: 'query', query: Obj.of({ get: ref }) };
    case 'POST':
      return withBody('create', ref, request);
    case 'PUT':
      if (ref.collection === KEYS && !isRoot(context))
        return {
          kind: 'forbidden',
          description:
            'Replacing a key with PUT is not allowed: create a replacement key, then delete this key.',
        };
      return withBody('replace', ref, request);
    case 'PATCH':
      if (ref.collection === KEYS && !isRoot(context))
        return {
          kind: 'forbidden',
          description:
            "Updating a key with PATCH is not allowed: use the Update FQL function to change key's user metadata.",
        };
      return withBody('update', ref, request);
    case 'DELETE':
      return { kind: 'query', query: Obj.of({ delete: ref }) };
    case 'HEAD':
    case 'OTHER':
      return { kind: 'not allowed', allow: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] };
  }
}

/** The body is data, not an expression: it is the quoted `params`. */
function withBody(form: string, ref: Ref, { text }: RestRequest): RestMeaning {
  const params = text === '' ? EMPTY : readQuery(text);
  return { kind: 'query', query: Obj.of({ [form]: ref, params: Obj.of({ quote: params }) }) };
}

function paginate(ref: Ref, { parameters }: RestRequest, events: boolean, context: Context): Obj {
  const size = parameters.get('size');
  return Obj.of({
    paginate: ref,
    after: cursor(parameters.get('after'), context),
    before: cursor(parameters.get('before'), context),
    size: size === undefined || !/^-?\d+$/.test(size) ? undefined : BigInt(size),
    events: events ? true : undefined,
  });
}

/** A cursor in the address: a legacy ref, or JSON. */
function cursor(text: string | undefined, context: Context): Data | undefined {
  if (text === undefined) return undefined;
  const path = refPath(text);
  if (path?.kind === 'ref') return resolved(path.ref, context);
  return new Parser(context, context.version).quoted(readQuery(text), ROOT);
}

function isRoot({ auth }: Context): boolean {
  return auth.scope === ROOT_SCOPE && auth.power.kind === 'admin' && auth.source === undefined;
}
