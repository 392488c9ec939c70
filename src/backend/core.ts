/**
 * The database behind the HTTP layer: a call (credential, API version, query text or REST request) comes in, a reply
 * (status, envelope, transaction time, costs) goes out. Everything about FQL is decided behind this interface,
 * everything about HTTP before it.
 */
export const API_VERSIONS = ['2.0', '2.1', '2.7', '2.12', '3', '4', '5', 'UNSTABLE'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

export interface Call {
  /** The text of the `Authorization` header's credential, its scope suffix included; absent: none that counts. */
  readonly credential: string | undefined;
  readonly apiVersion: ApiVersion;
  readonly request: QueryRequest | RestRequest;
  /** Microseconds; reads see at least this time. */
  readonly lastSeenTxn: bigint | undefined;
  readonly timeoutMs: number;
}

export interface QueryRequest {
  readonly kind: 'query';
  /** The query as it came: JSON text, possibly broken. */
  readonly text: string;
  /** True for `GET /?q=`: a form that writes is refused. */
  readonly readOnly: boolean;
}

/** A request to a path that parses as a legacy ref (spec 1.12). */
export interface RestRequest {
  readonly kind: 'rest';
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OTHER';
  readonly path: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly text: string;
}

export interface Reply {
  readonly status: number;
  /** The whole envelope as compact JSON. */
  readonly body: string;
  /** Written pretty whatever the client asked (spec 1.13). */
  readonly pretty: boolean;
  /** Microseconds. */
  readonly txnTime: bigint;
  /** Absent on 401 and 500, which carry no metric headers. */
  readonly costs: Costs | undefined;
  /** Methods for the `allow` header of a 405. */
  readonly allow?: readonly string[];
}

/** The figures of the `x-…` metric headers that the query decides (spec 1.6). */
export interface Costs {
  readonly computeOps: number;
  readonly byteReadOps: number;
  readonly byteWriteOps: number;
  readonly bytesRead: number;
  readonly bytesWritten: number;
  readonly retries: number;
}

/** A stream that is open (spec 1.14). */
export interface Subscription {
  readonly kind: 'subscription';
  /** Shown as `x-fauna-stream-id`. */
  readonly streamId: string;
  /** Microseconds. */
  readonly txnTime: bigint;
  readonly costs: Costs;
  /** Each event as compact JSON, the `start` event first; ends when the signal given to `subscribe` aborts. */
  readonly events: AsyncIterable<string>;
}

export const STREAM_FIELDS = ['action', 'document', 'diff', 'prev', 'index'] as const;
export type StreamField = (typeof STREAM_FIELDS)[number];

export interface Core {
  call(call: Call): Promise<Reply>;
  /**
   * `POST /stream`: the query gives what to watch. `fields`: what events show; `undefined`: the client named none.
   * A `Reply` says why not.
   */
  subscribe(
    call: Call,
    fields: readonly StreamField[] | undefined,
    signal: AbortSignal,
  ): Promise<Subscription | Reply>;
  /** `GET /authorized`: whose secret it is; `undefined`: nobody's. */
  account(
    credential: string | undefined,
  ): Promise<{ readonly account: string; readonly globalId: string } | undefined>;
  /** True when the path parses as a ref path; checked before authentication (spec 1.2). */
  isRefPath(path: string): boolean;
}
