import type { Socket } from 'node:net';
import type { Connection, Deadlines, HandOver } from './connection.ts';
import { Http1Reader } from './http1-reader.ts';
import { isUpgradeToHttp2 } from './h2c-upgrade.ts';
import {
  BAD_REQUEST,
  CONTENT_TYPE,
  type Handler,
  type HttpRequest,
  type HttpResponse,
  REQUEST_TIMEOUT,
  type StreamResponse,
  type WholeResponse,
} from './message.ts';
import { reason } from './reason.ts';
import { sendChunks } from './send-chunks.ts';

/**
 * One client that speaks HTTP/1: reads a request, answers it, then reads the next; so each answer goes to who asked.
 * Requests that come before their turn wait in the socket. (The database garbles the answer to such a one, spec 1.1;
 * answering it is not worse.)
 */
export class Http1Connection implements Connection {
  readonly #socket: Socket;
  readonly #handler: Handler;
  readonly #handOver: HandOver;
  readonly #deadlines: Deadlines;
  readonly #reader = new Http1Reader();
  #phase: 'reading' | 'answering' | 'streaming' | 'ending' | 'handed over' = 'reading';
  /** When this connection has waited long enough; `undefined`: it is our turn. */
  deadline: number | undefined;
  /** The client will send no more. */
  #ended = false;

  constructor(socket: Socket, handler: Handler, handOver: HandOver, deadlines: Deadlines) {
    this.#socket = socket;
    this.#handler = handler;
    this.#handOver = handOver;
    this.#deadlines = deadlines;
    this.deadline = performance.now() + deadlines.requestMs;
    socket.on('data', this.receive);
    socket.on('end', this.#onEnd);
  }

  /** The client kept us waiting: says so if it had begun a request, and closes. */
  expire(): void {
    if (this.#phase === 'reading' && !this.#reader.idle) this.#end(REQUEST_TIMEOUT);
    else this.#socket.destroy();
  }

  /** Takes bytes that came; the socket's own go here by themselves. */
  readonly receive = (bytes: Buffer): void => {
    // Behind an answer that ends the connection the client may still be sending; reading on lets it see the answer.
    if (this.#phase === 'ending') return;
    const fresh = this.#reader.idle;
    this.#reader.feed(bytes);
    if (this.#phase === 'reading') this.#read(fresh);
    else this.#socket.pause();
  };

  readonly #onEnd = (): void => {
    this.#ended = true;
    if (this.#phase === 'reading') this.#socket.end();
    // A client that closes its side of a stream has left: no event may ever come that would show it.
    if (this.#phase === 'streaming') this.#socket.destroy();
  };

  #read(fresh: boolean): void {
    const event = this.#reader.next();
    switch (event.kind) {
      case 'more':
        if (this.#ended) this.#socket.end();
        else if (fresh || this.deadline === undefined)
          this.deadline =
            performance.now() + (this.#reader.idle ? this.#deadlines.idleMs : this.#deadlines.requestMs);
        break;
      case 'expect':
        if (fresh) this.deadline = performance.now() + this.#deadlines.requestMs;
        this.#socket.write('HTTP/1.1 100 Continue\r\n\r\n');
        break;
      case 'refused':
        this.#phase = 'answering';
        this.#send(BAD_REQUEST, false, event.keepAlive);
        break;
      case 'bad':
        this.#end(BAD_REQUEST);
        break;
      case 'request':
        this.#phase = 'answering';
        this.deadline = undefined;
        if (isUpgradeToHttp2(event.request)) this.#leave(event.request);
        else void this.#answer(event.request, event.keepAlive, event.old);
        break;
    }
  }

  async #answer(request: HttpRequest, wantsKeepAlive: boolean, old: boolean): Promise<void> {
    const response = await this.#handler(request);
    if (this.#socket.destroyed) {
      if (response.kind === 'stream') response.stop();
      return;
    }
    if (response.kind === 'stream') {
      await this.#stream(response, old);
      return;
    }
    this.#send(response, request.method === 'HEAD', wantsKeepAlive);
  }

  #send(response: WholeResponse, headOnly: boolean, keepAlive: boolean): void {
    const flushed = this.#write(response, headOnly, keepAlive);
    if (!keepAlive) this.#close();
    else if (flushed) this.#turnOver();
    else {
      // A client that does not read its answers gets no more of them made.
      this.deadline = performance.now() + this.#deadlines.requestMs;
      this.#socket.once('drain', () => {
        this.#turnOver();
      });
    }
  }

  /** The answer is out; on to the next request, which may have come already. */
  #turnOver(): void {
    this.#phase = 'reading';
    this.deadline = undefined;
    if (this.#socket.isPaused()) this.#socket.resume();
    this.#read(true);
  }

  #leave(request: HttpRequest): void {
    this.#phase = 'handed over';
    this.#socket.off('data', this.receive);
    this.#socket.off('end', this.#onEnd);
    this.#handOver(this.#socket, this.#reader.rest, request);
  }

  /** True when the socket took all of it. */
  #write(response: WholeResponse, headOnly: boolean, keepAlive: boolean): boolean {
    const { body, traceparent } = response;
    const lines = [headText(response)];
    if (traceparent !== undefined)
      lines.push(`connection: ${keepAlive ? 'keep-alive' : 'close'}\r\ntraceparent: ${traceparent}\r\n`);
    lines.push(`content-length: ${String(Buffer.byteLength(body))}\r\n`);
    if (body !== '') lines.push(`content-type: ${CONTENT_TYPE}\r\n`);
    lines.push('\r\n');
    const head = lines.join('');
    if (headOnly || body === '') return this.#socket.write(head, 'latin1');
    if (ASCII.test(head)) return this.#socket.write(head + body);
    this.#socket.cork();
    this.#socket.write(head, 'latin1');
    const flushed = this.#socket.write(body);
    this.#socket.uncork();
    return flushed;
  }

  /** Sends chunks until they end or the client leaves. */
  async #stream(response: StreamResponse, old: boolean): Promise<void> {
    this.#phase = 'streaming';
    const framing = old ? 'connection: close' : 'connection: keep-alive';
    const encoding = old ? '' : 'transfer-encoding: chunked\r\n';
    this.#socket.write(
      `${headText(response)}${framing}\r\ntraceparent: ${response.traceparent}\r\n${encoding}content-type: ${CONTENT_TYPE}\r\n\r\n`,
      'latin1',
    );
    await sendChunks(response, this.#socket, (text) =>
      old ? text : `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`,
    );
    if (this.#socket.destroyed) return;
    if (!old) this.#socket.write('0\r\n\r\n');
    if (old) this.#close();
    else this.#turnOver();
  }

  /** A last answer of the channel itself. */
  #end(response: WholeResponse): void {
    this.#write(response, false, false);
    this.#close();
  }

  #close(): void {
    this.#phase = 'ending';
    this.deadline = performance.now() + this.#deadlines.idleMs;
    this.#socket.resume();
    this.#socket.end();
  }
}

/** All bytes of one character: what most heads are, and then one write sends head and body. */
// eslint-disable-next-line no-control-regex -- ASCII begins with them
const ASCII = /^[\u0000-\u007f]*$/;

function headText({ status, headers }: HttpResponse): string {
  let text = `HTTP/1.1 ${String(status)} ${reason(status)}\r\n`;
  for (let at = 0; at < headers.length; at += 2) text += `${headers[at] ?? ''}: ${headers[at + 1] ?? ''}\r\n`;
  return text;
}
