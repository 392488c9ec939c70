/**
 * The server's door: one port on which clients speak HTTP/1 or HTTP/2 in clear text, told apart by their first bytes.
 * Connections come in; each becomes an `Http1Connection` or an `Http2Connection`, which reads requests and writes what
 * the handler answers. Decided here: which protocol it is, who has kept us waiting too long, and that after `close`
 * nothing is left.
 */
import { createServer as createHttp2Server, type ServerHttp2Session } from 'node:http2';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Core } from '../core.ts';
import type { Connection, Deadlines } from './connection.ts';
import { PREFACE, upgradeToHttp2 } from './h2c-upgrade.ts';
import { createHandler } from './handler.ts';
import { Http1Connection } from './http1-connection.ts';
import { Http2Connection } from './http2-connection.ts';
import type { HttpRequest, HttpResponse } from './message.ts';

export interface ListenOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly host?: string;
  /** Microseconds; the wall clock by default. Only answers that no query gave use it. */
  readonly now?: () => bigint;
  /** Told of every request and its answer, once the answer is known. */
  readonly observe?: (request: HttpRequest, response: HttpResponse) => void;
  /** Told of errors that are the server's own; by default they go nowhere but into the 500. */
  readonly onError?: (error: unknown) => void;
  readonly deadlines?: Deadlines;
}

export interface Listener {
  readonly port: number;
  /** Ends all connections at once; resolves when the port is free. */
  close(): Promise<void>;
}

const DATABASE_DEADLINES: Deadlines = { requestMs: 60_000, idleMs: 5000 };
/** A thousand clients may knock at once; the system's own limit may be lower. */
const BACKLOG = 4096;
/** How many times within the shorter deadline late connections are looked for. */
const SWEEPS = 5;

/** Starts to answer for a core; rejects when the port is taken. */
export async function listen(core: Core, options: ListenOptions = {}): Promise<Listener> {
  const { deadlines = DATABASE_DEADLINES, observe } = options;
  const answer = createHandler(core, {
    now: options.now ?? (() => BigInt(Date.now()) * 1000n),
    onError: options.onError ?? (() => {}),
  });
  const handler = observe === undefined ? answer : observed(answer, observe);

  const connections = new Map<Socket, Connection>();
  const http2 = createHttp2Server({ settings: { initialWindowSize: 1 << 20 } });
  http2.on('sessionError', () => {});
  const speakHttp2 = (socket: Socket): void => {
    // An HTTP/2 client that closes its side has left.
    socket.allowHalfOpen = false;
    const onSession = (session: ServerHttp2Session): void => {
      connections.set(socket, new Http2Connection(session, handler, deadlines));
    };
    // The session is made, and told of, before `emit` returns.
    http2.once('session', onSession);
    http2.emit('connection', socket);
    http2.off('session', onSession);
  };
  const speakHttp1 = (socket: Socket): Http1Connection =>
    new Http1Connection(
      socket,
      handler,
      (upgrading, rest, request) => {
        upgradeToHttp2(upgrading, rest, request, speakHttp2);
      },
      deadlines,
    );

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    socket.on('error', () => {});
    socket.once('close', () => connections.delete(socket));
    const chosen = new FirstBytes(socket, deadlines, (protocol, bytes) => {
      if (protocol === 'http1') {
        const connection = speakHttp1(socket);
        connections.set(socket, connection);
        connection.receive(bytes);
      } else {
        socket.pause();
        socket.unshift(bytes);
        speakHttp2(socket);
      }
    });
    connections.set(socket, chosen);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1', backlog: BACKLOG }, () => {
      server.off('error', reject);
      resolve();
    });
  });

  const sweep = setInterval(
    () => {
      const now = performance.now();
      for (const connection of connections.values())
        if (connection.deadline !== undefined && connection.deadline < now) connection.expire();
    },
    Math.min(deadlines.idleMs, deadlines.requestMs) / SWEEPS,
  );
  sweep.unref();
  return {
    port: portOf(server.address()),
    close: () =>
      new Promise((resolve) => {
        clearInterval(sweep);
        server.close(() => {
          resolve();
        });
        for (const socket of connections.keys()) socket.destroy();
      }),
  };
}

/** A connection of which we don't know yet what it speaks. */
class FirstBytes implements Connection {
  readonly deadline: number;
  readonly #socket: Socket;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(
    socket: Socket,
    { requestMs }: Deadlines,
    choose: (protocol: 'http1' | 'http2', bytes: Buffer) => void,
  ) {
    this.#socket = socket;
    this.deadline = performance.now() + requestMs;
    const onData = (more: Buffer): void => {
      this.#bytes = this.#bytes.length === 0 ? more : Buffer.concat([this.#bytes, more]);
      const shown = Math.min(this.#bytes.length, PREFACE.length);
      const isHttp2 = this.#bytes.subarray(0, shown).equals(PREFACE.subarray(0, shown));
      if (isHttp2 && shown < PREFACE.length) return;
      socket.off('data', onData);
      socket.off('end', onEnd);
      choose(isHttp2 ? 'http2' : 'http1', this.#bytes);
    };
    const onEnd = (): void => {
      socket.end();
    };
    socket.on('data', onData);
    socket.on('end', onEnd);
  }

  expire(): void {
    this.#socket.destroy();
  }
}

function observed(
  answer: (request: HttpRequest) => Promise<HttpResponse>,
  observe: (request: HttpRequest, response: HttpResponse) => void,
): (request: HttpRequest) => Promise<HttpResponse> {
  return async (request) => {
    const response = await answer(request);
    observe(request, response);
    return response;
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string')
    throw new Error('the server has no port: it listens on a pipe');
  return address.port;
}
