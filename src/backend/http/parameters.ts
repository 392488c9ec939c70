import { API_VERSIONS, type ApiVersion } from '../core.ts';
import type { RequestHeaders } from './request-headers.ts';

/** What the request headers ask of the query. */
export interface Parameters {
  readonly apiVersion: ApiVersion;
  readonly lastSeenTxn: bigint | undefined;
  readonly timeoutMs: number;
}

/** The version of a request that names none (spec 1.5). */
const DEFAULT_VERSION: ApiVersion = '2.1';
const DEFAULT_TIMEOUT_MS = 120_000;
const LARGEST_TIMEOUT_MS = 600_000;
const MOST_RETRIES = 7;

/**
 * Reads the headers that are checked before authentication. A text is the description of a `bad request`. Where
 * several are bad, the order in which they are reported is ours: none was determined.
 */
export function readParametersFromHeaders(headers: RequestHeaders): Parameters | string {
  const { apiVersion: versionText, lastSeenTxn: seenText, queryTimeout, maxRetries } = headers;
  let apiVersion = DEFAULT_VERSION;
  if (versionText !== undefined) {
    const known = API_VERSIONS.find((version) => version === versionText);
    if (known === undefined)
      return invalid('x-faunadb-api-version', `Unsupported or invalid API version '${versionText}'.`);
    apiVersion = known;
  }
  let lastSeenTxn: bigint | undefined;
  if (seenText !== undefined) {
    lastSeenTxn = readLong(seenText);
    if (lastSeenTxn === undefined) return invalid('x-last-seen-txn', `Invalid timestamp '${seenText}'.`);
  }
  let timeoutMs = DEFAULT_TIMEOUT_MS;
  if (queryTimeout !== undefined) {
    const timeout = readLong(queryTimeout);
    if (timeout === undefined) return invalid('x-query-timeout', `Invalid number '${queryTimeout}'.`);
    if (timeout <= 0n) return invalid('x-query-timeout', 'Must be greater than 0.');
    if (timeout > LARGEST_TIMEOUT_MS)
      return invalid('x-query-timeout', `Must be less than or equal to ${String(LARGEST_TIMEOUT_MS)}.`);
    timeoutMs = Number(timeout);
  }
  if (maxRetries !== undefined) {
    // Read and refused as the database does, and then of no effect: one process serves one query at a time.
    const retries = readLong(maxRetries);
    if (retries === undefined)
      return invalid('x-max-retries-on-contention', `Invalid number '${maxRetries}'.`);
    if (retries < 0n || retries > MOST_RETRIES)
      return invalid('x-max-retries-on-contention', `Must be between 0 and ${String(MOST_RETRIES)}.`);
  }
  return { apiVersion, lastSeenTxn, timeoutMs };
}

function invalid(header: string, problem: string): string {
  return `Invalid header '${header}': ${problem}`;
}

/** A 64-bit integer as Java's `Long.parseLong` reads it. */
function readLong(text: string): bigint | undefined {
  if (!/^[+-]?\d{1,40}$/.test(text)) return undefined;
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
  return BigInt.asIntN(64, value) === value ? value : undefined;
}
