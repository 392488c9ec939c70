import { once } from 'node:events';
import { connect as connectHttp2, type ClientHttp2Session } from 'node:http2';
import { connect, type Socket } from 'node:net';

/** An answer as it was on the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** A connection that sends what a test says and hands out what came back. */
export async function openRaw(port: number): Promise<RawClient> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  await once(socket, 'connect');
  return new RawClient(socket);
}

export class RawClient {
  readonly socket: Socket;
  #received = Buffer.alloc(0);
  #closed = false;
  #wake = (): void => {};

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (bytes: Buffer) => {
      this.#received = Buffer.concat([this.#received, bytes]);
      this.#wake();
    });
    socket.on('error', () => {});
    socket.on('end', () => {
      this.#closed = true;
      this.#wake();
    });
    socket.on('close', () => {
      this.#closed = true;
      this.#wake();
    });
  }

  send(text: string | Buffer): void {
    this.socket.write(text);
  }

  /** Everything that comes until the server closes its side. */
  async rest(): Promise<string> {
    while (!this.#closed) await this.#more();
    return this.#take(this.#received.length).toString();
  }

  /** The text up to and including `end`. */
  async until(end: string): Promise<string> {
    for (;;) {
      const at = this.#received.indexOf(end);
      if (at >= 0) return this.#take(at + end.length).toString('latin1');
      if (this.#closed)
        throw new Error(`the server closed after ${JSON.stringify(this.#received.toString())}`);
      await this.#more();
    }
  }

  /** The next answer, by its `content-length`. */
  async answer(headOnly = false): Promise<RawAnswer> {
    const head = await this.until('\r\n\r\n');
    const [line = '', ...lines] = head.trimEnd().split('\r\n');
    const headers = lines.map((text): readonly [string, string] => {
      const colon = text.indexOf(': ');
      return [text.slice(0, colon), text.slice(colon + 2)];
    });
    const length = headOnly ? 0 : Number(valueOf(headers, 'content-length') ?? 0);
    while (this.#received.length < length && !this.#closed) await this.#more();
    const [, status = '', reason = ''] = /^HTTP\/1\.1 (\d+) (.*)$/.exec(line) ?? [];
    return { status: Number(status), reason, headers, body: this.#take(length).toString() };
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #take(count: number): Buffer {
    const taken = this.#received.subarray(0, count);
    this.#received = this.#received.subarray(count);
    return taken;
  }
}

export function valueOf(headers: RawAnswer['headers'], name: string): string | undefined {
  return headers.find(([key]) => key === name)?.[1];
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** The bytes of a request; with the secret and version 4 unless `headers` says otherwise (an empty value: without). */
export function requestBytes({ method = 'POST', path = '/', headers = {}, body = '' }: RawRequest): Buffer {
  const all: Record<string, string> = {
    Host: 'localhost',
    Authorization: 'Bearer secret',
    'X-FaunaDB-API-Version': '4',
    ...headers,
  };
  const bytes = Buffer.from(body);
  if (bytes.length > 0) all['Content-Length'] = String(bytes.length);
  const lines = Object.entries(all).filter(([name, value]) => value !== '' || name.startsWith('X-Last'));
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}\r\n`, 'latin1'), bytes]);
}

/** One request on a connection of its own. */
export async function ask(port: number, request: RawRequest): Promise<RawAnswer> {
  const client = await openRaw(port);
  client.send(requestBytes(request));
  const answer = await client.answer(request.method === 'HEAD');
  client.socket.destroy();
  return answer;
}

export interface Http2Answer {
  readonly headers: Readonly<Record<string, string | number>>;
  readonly names: readonly string[];
  readonly body: string;
}

/** One request as a stream of an HTTP/2 session. */
export function askHttp2(
  session: ClientHttp2Session,
  headers: Readonly<Record<string, string>>,
  body?: string | Buffer,
): Promise<Http2Answer> {
  return new Promise((resolve, reject) => {
    const stream = session.request(
      { ':method': 'POST', ':path': '/', authorization: 'Bearer secret', ...headers },
      { endStream: body === undefined },
    );
    const parts: Buffer[] = [];
    let fields: Record<string, string | number> = {};
    stream.on('response', (received) => {
      fields = Object.fromEntries(
        Object.entries(received).map(([name, value]) => [
          name,
          typeof value === 'number' ? value : String(value),
        ]),
      );
    });
    stream.on('data', (bytes: Buffer) => parts.push(bytes));
    stream.on('error', reject);
    stream.on('end', () => {
      resolve({ headers: fields, names: Object.keys(fields), body: Buffer.concat(parts).toString() });
    });
    if (body !== undefined) stream.end(body);
  });
}

export async function openHttp2(port: number): Promise<ClientHttp2Session> {
  const session = connectHttp2(`http://127.0.0.1:${String(port)}`);
  await once(session, 'connect');
  return session;
}
