/** One request, whichever HTTP version brought it. */
export interface HttpRequest {
  readonly method: string;
  /** As in the request line: a path with an optional query string, or an absolute URL. */
  readonly target: string;
  /** Names in lower case and values, alternating, in the order they came. */
  readonly headers: readonly string[];
  readonly body: Buffer;
  /** The body went over the limit and was thrown away; `body` is empty. */
  readonly tooLarge: boolean;
}

export type HttpResponse = WholeResponse | StreamResponse;

export interface WholeResponse {
  readonly kind: 'whole';
  readonly status: number;
  /** Names and values, alternating: what stands before `connection`. */
  readonly headers: readonly string[];
  /** Absent: a failure of the channel itself, which carries the length and the type only and ends the connection. */
  readonly traceparent: string | undefined;
  readonly body: string;
}

/** An answer that goes on until the client leaves. Each text is one chunk. */
export interface StreamResponse {
  readonly kind: 'stream';
  readonly status: number;
  readonly headers: readonly string[];
  readonly traceparent: string;
  readonly chunks: AsyncIterable<string>;
  /** No more chunks are wanted: ends `chunks`. */
  readonly stop: () => void;
}

/** The value of the first header of a name in lower case. */
export function headerValue(headers: readonly string[], name: string): string | undefined {
  for (let at = 0; at < headers.length; at += 2) if (headers[at] === name) return headers[at + 1];
  return undefined;
}

/** Turns a request into its answer; never rejects. */
export type Handler = (request: HttpRequest) => Promise<HttpResponse>;

/** The type of every body that is not empty (spec 1.1; no space after the semicolon). */
export const CONTENT_TYPE = 'application/json;charset=utf-8';

/** Bytes of a request body that still pass (spec 1.1). */
export const BODY_LIMIT = 8 * 1024 * 1024;

/** The answer of the channel itself to what is no request, or names no target (spec 1.8). */
export const BAD_REQUEST: WholeResponse = {
  kind: 'whole',
  status: 400,
  headers: [],
  traceparent: undefined,
  body: '{ "error": "bad request" }\n',
};

/** The answer where the core breaks off below its own error handling (spec 1.3, 1.8). */
export const INTERNAL_SERVER_ERROR: WholeResponse = {
  ...BAD_REQUEST,
  status: 500,
  body: '{ "error": "internal server error" }\n',
};

/** The answer to a client that does not finish its request in time (spec 1.8; its text was not seen on the wire). */
export const REQUEST_TIMEOUT: WholeResponse = {
  kind: 'whole',
  status: 408,
  headers: [],
  traceparent: undefined,
  body: '{ "error": "request timeout: Client timed out." }\n',
};
