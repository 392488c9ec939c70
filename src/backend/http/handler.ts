/**
 * From an HTTP request to the database's answer. Comes in whole (the connections have read it), goes out as status,
 * headers and body (the connections write it). Decided here, in the order of spec 1.2: what is answered without a
 * secret, which headers are refused, which path leads to a query and which to a legacy ref, and which methods are
 * allowed. Everything about the query itself is the core's.
 */
import type { Call, Core, RestRequest } from '../core.ts';
import { type Answer, type Asked, NO_COSTS, response } from './answer.ts';
import { ChannelFailure } from '../channel-failure.ts';
import { bodyText } from './body-text.ts';
import { credential } from './credential.ts';
import {
  BAD_REQUEST,
  INTERNAL_SERVER_ERROR,
  type Handler,
  type HttpRequest,
  type HttpResponse,
} from './message.ts';
import { newerProtocol } from './newer-protocol.ts';
import { type Parameters, readParametersFromHeaders } from './parameters.ts';
import { ping } from './ping.ts';
import { preflight } from './preflight.ts';
import {
  badHeader,
  badTags,
  methodNotAllowed,
  notFound,
  serverError,
  timedOut,
  tooLarge,
  unauthorized,
} from './refusals.ts';
import { answerOf } from './reply.ts';
import { readHeaders } from './request-headers.ts';
import { openStream } from './stream.ts';
import { readTags } from './tags.ts';
import { readParameters, readTarget, type Target } from './target.ts';

export interface HandlerOptions {
  /** The time of answers that no query gave: microseconds. */
  readonly now: () => bigint;
  /** Told of every error that is ours and not the client's. */
  readonly onError: (error: unknown) => void;
}

/** Makes the handler of all requests to a core. */
export function createHandler(core: Core, options: HandlerOptions): Handler {
  return async (request) => {
    const asked: Asked = {
      request,
      headers: readHeaders(request.headers),
      started: performance.now(),
    };
    try {
      return await handle(core, options.now, request, asked);
    } catch (error) {
      if (error instanceof ChannelFailure) return INTERNAL_SERVER_ERROR;
      options.onError(error);
      const problem = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      return response(serverError(problem, options.now()), asked);
    }
  };
}

async function handle(
  core: Core,
  now: () => bigint,
  request: HttpRequest,
  requestOnly: Asked,
): Promise<HttpResponse> {
  const { method } = request;
  const { headers } = requestOnly;
  const target = readTarget(request.target);
  if (target === undefined) return BAD_REQUEST;
  if (method === 'OPTIONS' && headers.origin !== undefined)
    return preflight(headers.origin, headers.traceparent);
  if (target.path === '/ping') return response(ping(method, target.query, now()), requestOnly);
  if (target.path === '/error')
    return response(serverError('java.lang.RuntimeException: Sample error', now()), requestOnly);
  const newer = newerProtocol(target.path, request, headers);
  if (newer !== undefined) return newer;

  const parameters = readParametersFromHeaders(headers);
  if (typeof parameters === 'string') return response(badHeader(parameters), requestOnly);
  const tags = readTags(headers.tags);
  if (!tags.ok) return response(badTags(tags.problem, now()), requestOnly);
  if (request.tooLarge) return response(tooLarge(now()), requestOnly);
  const asked = tags.echo === undefined ? requestOnly : { ...requestOnly, tags: tags.echo };

  const route = routeOf(core, target.path);
  if (route === undefined) return response(notFound(now(), request.body.length), asked);
  const secret = headers.authorization === undefined ? undefined : credential(headers.authorization);
  const called = { core, now, request, asked, parameters, secret, target };
  const allowed = METHODS[route];
  const isDenied = allowed !== undefined && !allowed.includes(method);
  const isLate = parameters.timeoutMs <= NEVER_IN_TIME_MS && route !== 'authorized';
  if (isDenied || isLate) return response(await refusal(called, isDenied ? allowed : undefined), asked);
  if (route === 'stream') return openStream(core, callOf(called, route), target.query, asked);
  if (route === 'authorized') return response(await whose(called), asked);
  const reply = await core.call(callOf(called, route));
  return response(answerOf(reply, asked), asked);
}

type Route = 'query' | 'linearized' | 'stream' | 'authorized' | 'ref';

function routeOf(core: Core, path: string): Route | undefined {
  if (path === '/') return 'query';
  if (path === '/linearized') return 'linearized';
  if (path === '/stream') return 'stream';
  if (path === '/authorized') return 'authorized';
  return core.isRefPath(path) ? 'ref' : undefined;
}

interface Called {
  readonly core: Core;
  readonly now: () => bigint;
  readonly request: HttpRequest;
  readonly asked: Asked;
  readonly parameters: Parameters;
  readonly secret: string | undefined;
  readonly target: Target;
}

/** The methods of each route; those of a ref are the core's to know. */
const METHODS: Readonly<Record<Route, readonly string[] | undefined>> = {
  query: ['GET', 'POST'],
  linearized: ['POST'],
  stream: ['POST'],
  authorized: ['GET', 'HEAD'],
  ref: undefined,
};

/** No query of the database has ever been done in this time (recorded: `X-Query-Timeout: 1`). */
const NEVER_IN_TIME_MS = 1;

/** What keeps a known route from being taken: no secret first, then the method (spec 1.2), then the time. */
async function refusal(
  { core, now, request, secret }: Called,
  allowed: readonly string[] | undefined,
): Promise<Answer> {
  if ((await core.account(secret)) === undefined) return unauthorized(now());
  if (allowed !== undefined) return methodNotAllowed(allowed, now(), request.body.length);
  const description = 'Read timed out (Timed out before deadline TimeBound(1 millisecond))';
  return { ...timedOut(description, now()), pretty: true, bytesIn: request.body.length };
}

async function whose({ core, now, request, secret }: Called): Promise<Answer> {
  const owner = await core.account(secret);
  if (owner === undefined) return unauthorized(now());
  const body = JSON.stringify({ account: owner.account, global_id: owner.globalId });
  return {
    status: 200,
    body: request.method === 'HEAD' ? '' : body,
    txnTime: now(),
    costs: NO_COSTS,
    bytesIn: request.body.length,
  };
}

function callOf({ request, parameters, secret, target }: Called, route: Route): Call {
  return {
    credential: secret,
    apiVersion: parameters.apiVersion,
    lastSeenTxn: parameters.lastSeenTxn,
    timeoutMs: parameters.timeoutMs,
    request: route === 'ref' ? restRequest(request, target) : queryRequest(request, target),
  };
}

function queryRequest(request: HttpRequest, target: Target): Call['request'] {
  if (request.method !== 'GET') return { kind: 'query', text: bodyText(request.body), readOnly: false };
  return { kind: 'query', text: readParameters(target.query).get('q') ?? '', readOnly: true };
}

function restRequest(request: HttpRequest, target: Target): RestRequest {
  return {
    kind: 'rest',
    method: restMethod(request.method),
    path: target.path,
    parameters: readParameters(target.query),
    text: bodyText(request.body),
  };
}

function restMethod(method: string): RestRequest['method'] {
  switch (method) {
    case 'GET':
    case 'HEAD':
    case 'POST':
    case 'PUT':
    case 'PATCH':
    case 'DELETE':
      return method;
    default:
      return 'OTHER';
  }
}
