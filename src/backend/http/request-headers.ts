/** The request headers that mean something here, each the first of its name (spec 1.5). */
export interface RequestHeaders {
  authorization: string | undefined;
  apiVersion: string | undefined;
  lastSeenTxn: string | undefined;
  queryTimeout: string | undefined;
  maxRetries: string | undefined;
  tags: string | undefined;
  traceparent: string | undefined;
  origin: string | undefined;
  /** The client asked for JSON laid out for people. */
  pretty: boolean;
  /** The client asked for the trace in the body. */
  trace: boolean;
}

/** Picks them out of a list of names and values. One pass: this runs for every request. */
export function readHeaders(headers: readonly string[]): RequestHeaders {
  const found: RequestHeaders = {
    authorization: undefined,
    apiVersion: undefined,
    lastSeenTxn: undefined,
    queryTimeout: undefined,
    maxRetries: undefined,
    tags: undefined,
    traceparent: undefined,
    origin: undefined,
    pretty: false,
    trace: false,
  };
  for (let at = 0; at < headers.length; at += 2) {
    const value = headers[at + 1] ?? '';
    switch (headers[at] ?? '') {
      case 'authorization':
        // Two of them count as none (spec 1.1), and so does an empty one.
        found.authorization = found.authorization === undefined ? value : '';
        break;
      case 'x-faunadb-api-version':
        found.apiVersion ??= value;
        break;
      case 'x-last-seen-txn':
        found.lastSeenTxn ??= value;
        break;
      case 'x-query-timeout':
        found.queryTimeout ??= value;
        break;
      case 'x-max-retries-on-contention':
        found.maxRetries ??= value;
        break;
      case 'x-fauna-tags':
        found.tags ??= value;
        break;
      case 'traceparent':
        found.traceparent ??= value;
        break;
      case 'origin':
        found.origin ??= value;
        break;
      case 'x-faunadb-formatted-json':
        found.pretty = true;
        break;
      case 'user-agent':
        if (value.includes('curl') || value.includes('HTTPie')) found.pretty = true;
        break;
      case 'x-trace':
        found.trace = true;
        found.pretty = true;
        break;
      default:
    }
  }
  return found;
}
