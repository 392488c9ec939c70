import { addCors } from './answer.ts';
import type { WholeResponse } from './message.ts';
import { traceparent } from './traceparent.ts';

/** What a page of another origin may send (spec 1.11). */
const ALLOWED_HEADERS = [
  'accept-encoding',
  'authorization',
  'content-type',
  'x-driver-env',
  'x-faunadb-api-version',
  'x-fauna-driver',
  'x-fauna-source',
  'x-fauna-tags',
  'x-format',
  'x-last-seen-txn',
  'x-last-txn-ts',
  'x-linearized',
  'x-max-contention-retries',
  'x-max-retries-on-contention',
  'x-query-tags',
  'x-query-timeout',
  'x-query-timeout-ms',
  'x-runtime-environment',
  'x-runtime-environment-os',
  'x-nodejs-version',
  'traceparent',
  'x-typecheck',
  'x-performance-hints',
].join(', ');

/** Answers a browser's question whether a page may ask: always, on every path, without a secret. */
export function preflight(origin: string, askedTrace: string | undefined): WholeResponse {
  const headers: string[] = [];
  addCors(headers, origin);
  headers.push(
    'access-control-max-age',
    '86400',
    'access-control-allow-headers',
    ALLOWED_HEADERS,
    'access-control-allow-methods',
    'GET, POST, PUT, PATCH, DELETE',
    'x-faunadb-build',
    'unknown',
  );
  return { kind: 'whole', status: 200, headers, traceparent: traceparent(askedTrace), body: '' };
}
