import { BODY_LIMIT, type HttpRequest } from './message.ts';

/** What the reader has found at the front of what came in. */
export type Http1Event =
  /** Nothing whole yet. */
  | { readonly kind: 'more' }
  /** The head of a request that waits for `100 Continue` before it sends its body. Comes once, before its `request`. */
  | { readonly kind: 'expect' }
  | {
      readonly kind: 'request';
      readonly request: HttpRequest;
      readonly keepAlive: boolean;
      /** A client of HTTP/1.0, which knows no chunks. */
      readonly old: boolean;
    }
  /** A request over the limits of its head, read to its end: the connection can go on. */
  | { readonly kind: 'refused'; readonly keepAlive: boolean }
  /** Not HTTP: nothing after it can be read. */
  | { readonly kind: 'bad' };

const REQUEST_LINE_LIMIT = 16 * 1024;
const HEADERS_LIMIT = 8 * 1024;
/** A head up to this size is read although it is over the limits, so that its answer does not cost the connection. */
const HEAD_READ_LIMIT = 64 * 1024;
const CHUNK_LINE_LIMIT = 1024;

/** Of a body that is too large this much is read and thrown away, so that the client sees its 413. */
const DRAIN_LIMIT = 64 * 1024 * 1024;

const MORE: Http1Event = { kind: 'more' };
const BAD: Http1Event = { kind: 'bad' };
const EXPECT: Http1Event = { kind: 'expect' };
const EMPTY = Buffer.alloc(0);

interface Head {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly string[];
  readonly old: boolean;
  readonly keepAlive: boolean;
  readonly overLimit: boolean;
}

type State = 'head' | 'length' | 'chunk-size' | 'chunk-data' | 'chunk-end' | 'trailer';

/**
 * Cuts the bytes of one connection into requests (spec 1.1: no `Host` needed, any method, an absolute target, chunks).
 * `feed` what came, then call `next` until it says `more`. Our own instead of Node's parser, which takes known methods
 * only, has one limit for line and headers together, and makes up three times the objects for each request.
 */
export class Http1Reader {
  #state: State = 'head';
  #bytes: Buffer = EMPTY;
  /** Up to here the bytes hold no end of a head. */
  #searched = 0;
  #head: Head | undefined;
  /** Bytes that the body, or the chunk, still needs. */
  #missing = 0;
  #parts: Buffer[] = [];
  #size = 0;

  feed(bytes: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes]);
  }

  /** True between requests: nothing has come of the next one. */
  get idle(): boolean {
    return this.#state === 'head' && this.#bytes.length === 0;
  }

  /** Bytes that came and belong to no request so far. */
  get rest(): Buffer {
    return this.#bytes;
  }

  next(): Http1Event {
    for (;;) {
      const event = this.#step();
      if (event !== undefined) return event;
    }
  }

  /** `undefined`: went a state further. */
  #step(): Http1Event | undefined {
    switch (this.#state) {
      case 'head':
        return this.#readHead();
      case 'length':
      case 'chunk-data':
        return this.#readBody();
      case 'chunk-size':
        return this.#readChunkSize();
      case 'chunk-end':
        return this.#readLine((line) => {
          if (line !== '') return BAD;
          this.#state = 'chunk-size';
          return undefined;
        });
      case 'trailer':
        return this.#readLine((line) => (line === '' ? this.#finish() : undefined));
    }
  }

  #readHead(): Http1Event | undefined {
    this.#skipEmptyLines();
    const end = headEnd(this.#bytes, this.#searched);
    if (end === undefined) {
      this.#searched = Math.max(0, this.#bytes.length - 3);
      return this.#bytes.length > HEAD_READ_LIMIT ? BAD : MORE;
    }
    const text = this.#bytes.toString('latin1', 0, end);
    this.#consume(end);
    this.#searched = 0;
    const parsed = parseHead(text);
    if (parsed === undefined) return BAD;
    this.#head = parsed.head;
    if (parsed.chunked) this.#state = 'chunk-size';
    else if (parsed.length > 0) {
      this.#state = 'length';
      this.#missing = parsed.length;
    } else return this.#finish();
    if (parsed.length > DRAIN_LIMIT) return this.#giveUp();
    if (!parsed.expects || this.#bytes.length > 0) return undefined;
    return parsed.length > BODY_LIMIT ? this.#giveUp() : EXPECT;
  }

  /** Clients may send an empty line behind a body. */
  #skipEmptyLines(): void {
    let start = 0;
    while (this.#bytes[start] === CR || this.#bytes[start] === LF) start++;
    if (start > 0) this.#consume(start);
  }

  #readBody(): Http1Event | undefined {
    const take = Math.min(this.#missing, this.#bytes.length);
    if (take > 0) {
      this.#size += take;
      if (this.#size > BODY_LIMIT) this.#parts = [];
      else this.#parts.push(this.#bytes.subarray(0, take));
      this.#consume(take);
      this.#missing -= take;
    }
    if (this.#size > DRAIN_LIMIT) return this.#giveUp();
    if (this.#missing > 0) return MORE;
    if (this.#state === 'length') return this.#finish();
    this.#state = 'chunk-end';
    return undefined;
  }

  #readChunkSize(): Http1Event | undefined {
    return this.#readLine((line) => {
      const size = /^([0-9A-Fa-f]{1,8})[ \t]*(?:;.*)?$/.exec(line)?.[1];
      if (size === undefined) return BAD;
      this.#missing = Number.parseInt(size, 16);
      this.#state = this.#missing === 0 ? 'trailer' : 'chunk-data';
      return undefined;
    });
  }

  #readLine(use: (line: string) => Http1Event | undefined): Http1Event | undefined {
    const end = this.#bytes.indexOf(LF);
    if (end > CHUNK_LINE_LIMIT || (end < 0 && this.#bytes.length > CHUNK_LINE_LIMIT)) return BAD;
    if (end < 0) return MORE;
    const line = this.#bytes.toString('latin1', 0, this.#bytes[end - 1] === CR ? end - 1 : end);
    this.#consume(end + 1);
    return use(line);
  }

  /** The request is whole. */
  #finish(keepAlive = true): Http1Event {
    const head = this.#head;
    if (head === undefined) return BAD;
    const tooLarge = this.#size > BODY_LIMIT || !keepAlive;
    const body = this.#parts.length === 1 ? (this.#parts[0] ?? EMPTY) : Buffer.concat(this.#parts);
    this.#state = 'head';
    this.#head = undefined;
    this.#parts = [];
    this.#size = 0;
    if (head.overLimit) return { kind: 'refused', keepAlive: keepAlive && head.keepAlive };
    const { method, target, headers, old } = head;
    return {
      kind: 'request',
      request: { method, target, headers, body, tooLarge },
      keepAlive: keepAlive && head.keepAlive,
      old,
    };
  }

  /** Answers a body that will not be read to its end; the connection cannot go on. */
  #giveUp(): Http1Event {
    this.#parts = [];
    return this.#finish(false);
  }

  #consume(count: number): void {
    this.#bytes = count === this.#bytes.length ? EMPTY : this.#bytes.subarray(count);
  }
}

const CR = 13;
const LF = 10;

/** The offset behind the empty line that ends a head; a lone line feed ends a line, too. */
function headEnd(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(LF, from); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF) return at + 2;
    if (bytes[at + 1] === CR && bytes[at + 2] === LF) return at + 3;
  }
  return undefined;
}

interface ParsedHead {
  readonly head: Head;
  readonly chunked: boolean;
  readonly length: number;
  readonly expects: boolean;
}

const REQUEST_LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+) +([^ \t]+) +HTTP\/1\.([01])$/;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/;

function parseHead(text: string): ParsedHead | undefined {
  let end = text.indexOf('\n');
  const firstLine = text.slice(0, text[end - 1] === '\r' ? end - 1 : end);
  const overLimit = firstLine.length > REQUEST_LINE_LIMIT || text.length - end > HEADERS_LIMIT;
  const line = REQUEST_LINE.exec(firstLine);
  if (line === null) return undefined;
  const [, method = '', target = '', minor] = line;
  const headers: string[] = [];
  let chunked = false;
  let length: number | undefined;
  let expects = false;
  let connection = '';
  for (let start = end + 1; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    const stop = text[end - 1] === '\r' ? end - 1 : end;
    if (stop <= start) break;
    const colon = text.indexOf(':', start);
    if (colon < 0 || colon > stop) return undefined;
    const name = text.slice(start, colon).toLowerCase();
    const value = text.slice(colon + 1, stop).trim();
    if (!HEADER_NAME.test(name) || CONTROL.test(value)) return undefined;
    headers.push(name, value);
    switch (name) {
      case 'content-length': {
        const given = /^\d{1,15}$/.test(value) ? Number(value) : undefined;
        if (given === undefined || (length !== undefined && length !== given)) return undefined;
        length = given;
        break;
      }
      case 'transfer-encoding':
        if (value.toLowerCase() !== 'chunked') return undefined;
        chunked = true;
        break;
      case 'expect':
        expects = value.toLowerCase() === '100-continue';
        break;
      case 'connection':
        connection += `,${value.toLowerCase()}`;
        break;
      default:
    }
  }
  const old = minor === '0';
  const keepAlive = old ? connection.includes('keep-alive') : !connection.includes('close');
  return {
    head: { method, target, headers, old, keepAlive, overLimit },
    chunked,
    length: chunked ? 0 : (length ?? 0),
    expects,
  };
}
