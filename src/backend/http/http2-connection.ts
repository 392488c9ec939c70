import { constants, type Http2Session, type ServerHttp2Stream } from 'node:http2';
import type { Connection, Deadlines } from './connection.ts';
import {
  BODY_LIMIT,
  CONTENT_TYPE,
  type Handler,
  headerValue,
  type HttpRequest,
  type HttpResponse,
  REQUEST_TIMEOUT,
} from './message.ts';
import { sendChunks } from './send-chunks.ts';

/** Of a body that is too large this much is read and thrown away, so that the client sees its 413. */
const DRAIN_LIMIT = 64 * 1024 * 1024;
const EMPTY = Buffer.alloc(0);

/** One client that speaks HTTP/2: each stream is a request of its own. */
export class Http2Connection implements Connection {
  readonly #session: Http2Session;
  readonly #handler: Handler;
  readonly #deadlines: Deadlines;
  /** Requests that are not whole, oldest first, and when they began. */
  readonly #unfinished = new Map<ServerHttp2Stream, number>();
  #open = 0;
  #idleSince = performance.now();

  constructor(session: Http2Session, handler: Handler, deadlines: Deadlines) {
    this.#session = session;
    this.#handler = handler;
    this.#deadlines = deadlines;
    session.on('error', ignore);
    session.on(
      'stream',
      (stream: ServerHttp2Stream, _headers: unknown, _flags: number, raw: readonly string[]) => {
        this.#receive(stream, raw);
      },
    );
  }

  /** A connection without streams may stay as long as a request may take; how long the database lets it is not known. */
  get deadline(): number | undefined {
    const [oldest] = this.#unfinished.values();
    const since = oldest ?? (this.#open === 0 ? this.#idleSince : undefined);
    return since === undefined ? undefined : since + this.#deadlines.requestMs;
  }

  expire(): void {
    const [stream] = this.#unfinished.keys();
    if (stream === undefined) {
      this.#session.close();
      return;
    }
    this.#unfinished.delete(stream);
    send(stream, REQUEST_TIMEOUT, false);
  }

  #receive(stream: ServerHttp2Stream, raw: readonly string[]): void {
    this.#open++;
    stream.on('error', ignore);
    stream.once('close', () => {
      this.#unfinished.delete(stream);
      this.#open--;
      if (this.#open === 0) this.#idleSince = performance.now();
    });
    const head = readHead(raw);
    if (stream.endAfterHeaders) {
      void this.#answer(stream, { ...head, body: EMPTY, tooLarge: false });
      return;
    }
    this.#unfinished.set(stream, performance.now());
    if (headerValue(head.headers, 'expect') === '100-continue')
      stream.additionalHeaders({ ':status': constants.HTTP_STATUS_CONTINUE });
    let parts: Buffer[] = [];
    let size = 0;
    const finish = (): void => {
      // Gone: it took too long, or it has had its answer.
      if (!this.#unfinished.delete(stream)) return;
      const body = parts.length === 1 ? (parts[0] ?? EMPTY) : Buffer.concat(parts);
      void this.#answer(stream, { ...head, body, tooLarge: size > BODY_LIMIT });
    };
    stream.on('data', (bytes: Buffer) => {
      size += bytes.length;
      if (size > BODY_LIMIT) parts = [];
      else parts.push(bytes);
      if (size > DRAIN_LIMIT) finish();
    });
    stream.once('end', finish);
  }

  async #answer(stream: ServerHttp2Stream, request: HttpRequest): Promise<void> {
    const response = await this.#handler(request);
    if (response.kind === 'whole') {
      send(stream, response, request.method === 'HEAD');
      return;
    }
    if (stream.destroyed || stream.closed) {
      response.stop();
      return;
    }
    stream.respond(headersOf(response), { ...RESPOND });
    await sendChunks(response, stream, (text) => text);
    stream.end();
  }
}

/** The database writes no `date`. */
const RESPOND = { endStream: false, sendDate: false };
const RESPOND_ALONE = { endStream: true, sendDate: false };

function send(
  stream: ServerHttp2Stream,
  response: Extract<HttpResponse, { kind: 'whole' }>,
  headOnly: boolean,
): void {
  // The client may have left meanwhile.
  if (stream.destroyed || stream.closed) return;
  const headers = headersOf(response);
  headers['content-length'] = Buffer.byteLength(response.body);
  if (response.body !== '') headers['content-type'] = CONTENT_TYPE;
  if (headOnly || response.body === '') stream.respond(headers, RESPOND_ALONE);
  else {
    stream.respond(headers, RESPOND);
    stream.end(response.body);
  }
  // A request that was given up may still be sending: this much it may, the rest is not wanted.
  if (!stream.readableEnded && !stream.endAfterHeaders) stream.resume();
}

function headersOf(response: HttpResponse): Record<string, string | number> {
  const fields: Record<string, string | number> = { ':status': response.status };
  const { headers } = response;
  for (let at = 0; at < headers.length; at += 2) fields[headers[at] ?? ''] = headers[at + 1] ?? '';
  if (response.traceparent !== undefined) fields['traceparent'] = response.traceparent;
  if (response.kind === 'stream') fields['content-type'] = CONTENT_TYPE;
  return fields;
}

function readHead(raw: readonly string[]): Pick<HttpRequest, 'method' | 'target' | 'headers'> {
  let method = '';
  let target = '';
  const headers: string[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at] ?? '';
    const value = raw[at + 1] ?? '';
    if (name === ':method') method = value;
    else if (name === ':path') target = value;
    else if (!name.startsWith(':')) headers.push(name, value);
  }
  return { method, target, headers };
}

/** What a client does to its own connection is its own affair. */
function ignore(): void {}
