import { constants, type Http2Session, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { Connection, Deadlines } from './connection.ts';
import {
  BODY_LIMIT,
  CONTENT_TYPE,
  type Handler,
  type HttpRequest,
  type HttpResponse,
  REQUEST_TIMEOUT,
  type StreamResponse,
  type WholeResponse,
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
  /** Requests that are not whole, oldest first, and when they began. May hold some whose client has left. */
  readonly #unfinished = new Map<ServerHttp2Stream, number>();
  /** Requests that are being answered. */
  #answering = 0;
  #idleSince = performance.now();

  constructor(session: Http2Session, handler: Handler, deadlines: Deadlines) {
    this.#session = session;
    this.#handler = handler;
    this.#deadlines = deadlines;
    session.on('error', ignore);
    session.on(
      'stream',
      (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, _flags: number, raw: readonly string[]) => {
        this.#receive(stream, headers, raw);
      },
    );
  }

  /** A connection without streams may stay as long as a request may take; how long the database lets it is not known. */
  get deadline(): number | undefined {
    for (const [stream, since] of this.#unfinished)
      if (stream.destroyed) this.#unfinished.delete(stream);
      else return since + this.#deadlines.requestMs;
    return this.#answering === 0 ? this.#idleSince + this.#deadlines.requestMs : undefined;
  }

  expire(): void {
    const [stream] = this.#unfinished.keys();
    if (stream === undefined) {
      // Politely first; a client that does not end its side either is cut off at the next look.
      if (this.#session.closed) this.#session.destroy();
      else this.#session.close();
      return;
    }
    this.#unfinished.delete(stream);
    send(stream, REQUEST_TIMEOUT, false);
  }

  // Kept lean: no listener and no copy that a request can do without, since each costs its share of all of them.
  #receive(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, raw: readonly string[]): void {
    stream.on('error', ignore);
    if (stream.endAfterHeaders) {
      void this.#answer(stream, requestOf(headers, raw, EMPTY, 0));
      return;
    }
    this.#unfinished.set(stream, performance.now());
    if (headers.expect === '100-continue')
      stream.additionalHeaders({ ':status': constants.HTTP_STATUS_CONTINUE });
    let first: Buffer | undefined;
    let others: Buffer[] | undefined;
    let size = 0;
    const finish = (): void => {
      // Gone: it took too long, or it has had its answer.
      if (!this.#unfinished.delete(stream)) return;
      const body = others === undefined ? (first ?? EMPTY) : Buffer.concat(others);
      void this.#answer(stream, requestOf(headers, raw, body, size));
    };
    stream.on('data', (bytes: Buffer) => {
      size += bytes.length;
      if (size > BODY_LIMIT) others = [];
      else if (first === undefined) first = bytes;
      else (others ??= [first]).push(bytes);
      if (size > DRAIN_LIMIT) finish();
    });
    stream.on('end', finish);
  }

  async #answer(stream: ServerHttp2Stream, request: HttpRequest): Promise<void> {
    this.#answering++;
    const response = await this.#handler(request);
    if (response.kind === 'stream') await this.#stream(stream, response);
    else send(stream, response, request.method === 'HEAD');
    this.#answering--;
    if (this.#answering === 0) this.#idleSince = performance.now();
  }

  /** Goes on until the events end or the client leaves. */
  async #stream(stream: ServerHttp2Stream, response: StreamResponse): Promise<void> {
    if (stream.destroyed || stream.closed) {
      response.stop();
      return;
    }
    stream.respond(headersOf(response), RESPOND);
    await sendChunks(response, stream, (text) => text);
    stream.end();
  }
}

/** The database writes no `date`. */
const RESPOND = { endStream: false, sendDate: false };
const RESPOND_ALONE = { endStream: true, sendDate: false };

function send(stream: ServerHttp2Stream, response: WholeResponse, headOnly: boolean): void {
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

/** The pseudo-headers stay among the headers: nobody asks for them there. */
function requestOf(
  headers: IncomingHttpHeaders,
  raw: readonly string[],
  body: Buffer,
  size: number,
): HttpRequest {
  const { ':method': method = '', ':path': target = '' } = headers;
  return { method, target, headers: raw, body, tooLarge: size > BODY_LIMIT };
}

/** What a client does to its own connection is its own affair. */
function ignore(): void {}
