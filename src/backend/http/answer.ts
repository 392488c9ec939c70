import type { Costs } from '../core.ts';
import type { HttpRequest, WholeResponse } from './message.ts';
import { pretty } from './pretty.ts';
import type { RequestHeaders } from './request-headers.ts';
import { traceparent } from './traceparent.ts';

/** What an answer says, before it has become headers and text. */
export interface Answer {
  readonly status: number;
  /** Compact JSON, or nothing. */
  readonly body: string;
  /** Laid out for people whatever the client asked (spec 1.13). */
  readonly pretty?: boolean;
  /** Absent: the request was refused before there was a transaction (bad headers). */
  readonly txnTime?: bigint;
  /** Absent: no metric headers. */
  readonly costs?: Costs;
  readonly bytesIn?: number;
  readonly allow?: readonly string[];
}

/** What is known of a request once its headers are read. */
export interface Asked {
  readonly headers: RequestHeaders;
  /** `performance.now()` when the request was complete. */
  readonly started: number;
  /** The tags to echo. */
  readonly tags?: string;
  readonly request: HttpRequest;
}

/** The costs of an answer that no query was run for. */
export const NO_COSTS: Costs = {
  computeOps: 1,
  byteReadOps: 0,
  byteWriteOps: 0,
  bytesRead: 0,
  bytesWritten: 0,
  retries: 0,
};

/** Shown as `x-faunadb-host` with `X-Trace`. */
const HOST = '127.0.0.1';

/** Writes an answer's headers, in the database's order (spec 1.6), and its body. */
export function response(answer: Answer, asked: Asked): WholeResponse {
  const { headers: request } = asked;
  const traced = request.trace && answer.costs !== undefined;
  const plain = layOut(answer.body, answer.pretty === true || (request.pretty && !traced));
  const headers = responseHeaders(answer, asked, plain);
  return {
    kind: 'whole',
    status: answer.status,
    headers,
    traceparent: traceparent(request.traceparent),
    body: traced ? layOut(withTrace(answer, asked, headers), true) : plain,
  };
}

/** The headers before `connection`; `body` is the text whose size is reported. */
export function responseHeaders(answer: Answer, asked: Asked, body: string): string[] {
  const { costs } = answer;
  const headers: string[] = [];
  if (answer.allow !== undefined) headers.push('allow', answer.allow.join(', '));
  if (answer.status === 401) headers.push('www-authenticate', 'Basic realm="Unauthorized"');
  if (answer.txnTime !== undefined) headers.push('x-txn-time', String(answer.txnTime));
  if (costs !== undefined) {
    if (asked.tags !== undefined) headers.push('x-fauna-tags', asked.tags);
    headers.push(
      'x-compute-ops',
      String(costs.computeOps),
      'x-byte-read-ops',
      String(costs.byteReadOps),
      'x-byte-write-ops',
      String(costs.byteWriteOps),
      'x-query-time',
      String(Math.floor(performance.now() - asked.started)),
      'x-query-bytes-in',
      String(answer.bytesIn ?? 0),
      'x-query-bytes-out',
      String(Buffer.byteLength(body)),
      'x-storage-bytes-read',
      String(costs.bytesRead),
      'x-storage-bytes-write',
      String(costs.bytesWritten),
      'x-txn-retries',
      String(costs.retries),
    );
    if (asked.headers.trace) headers.push('x-faunadb-host', HOST);
  }
  // Neither a 500 nor a refusal before the transaction carries the three (spec 1.6).
  if (asked.headers.origin !== undefined && answer.status !== 500 && answer.txnTime !== undefined)
    addCors(headers, asked.headers.origin);
  headers.push('x-faunadb-build', 'unknown');
  return headers;
}

/** Adds what a browser needs to let a page read the answer: every `x-…` header so far is exposed (spec 1.11). */
export function addCors(headers: string[], origin: string): void {
  const exposed = headers.filter((text, at) => at % 2 === 0 && text.startsWith('x-'));
  headers.push(
    'access-control-expose-headers',
    exposed.join(', '),
    'access-control-allow-origin',
    origin,
    'access-control-allow-credentials',
    'true',
  );
}

/** Adds the trace behind the envelope's one field. */
function withTrace(answer: Answer, asked: Asked, headers: readonly string[]): string {
  const shown = headers.map((text, at) => (at % 2 === 0 ? `, ${text}:` : text)).join('');
  const lines = [
    `REQUEST RECEIVED: ${shownRequest(asked.request)}`,
    `RESPONSE SENT: HttpResponse(${String(answer.status)}${shown}, ${answer.body})`,
  ];
  return `${answer.body.slice(0, -1)},"trace":${JSON.stringify(lines)}}`;
}

/** The database shows the secret too; we don't. */
function shownRequest({ method, target, headers, body }: HttpRequest): string {
  const shown: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? '';
    if (name.startsWith(':')) continue;
    shown.push(`, ${name}:${name === 'authorization' ? '***' : (headers[at + 1] ?? '')}`);
  }
  return `HttpRequest(${method}, ${target}${shown.join('')}, ${String(body.length)} bytes)`;
}

function layOut(body: string, wanted: boolean): string {
  if (!wanted || body === '') return body;
  try {
    return pretty(body);
  } catch (cause) {
    // A large body that is deeply nested can be longer, laid out, than a string may be. Compact JSON says the same.
    if (cause instanceof RangeError) return body;
    throw cause;
  }
}
