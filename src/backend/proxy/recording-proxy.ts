/**
 * A witness for databases that run elsewhere: a small proxy between drivers and the database that keeps what passes. It
 * speaks HTTP/1.1 and HTTP/2 without TLS on one port, as the database does, and HTTP/1.1 (with TLS if the URL says so)
 * to the database; bodies pass byte for byte as they come, so streams stream.
 */
import { createServer as createHttp1, type Server as Http1Server } from 'node:http';
import { createServer as createHttp2, type ServerHttp2Session } from 'node:http2';
import { createServer, type Server, type Socket } from 'node:net';
import { forwarder, type Forwarder } from './forward.ts';
import type { KeepingWitness } from '../keeping-witness.ts';

export interface RecordingProxy extends AsyncDisposable {
  /** Origin that drivers connect to. */
  readonly url: string;
}

/** What an HTTP/2 connection without TLS begins with (RFC 9113, 3.4): its first bytes tell it from HTTP/1.1. */
const PREFACE = 'PRI * HTTP/2.0';
/** So many bytes tell them apart: no method of HTTP/1.1 begins with `PRI`. */
const TELLING = 3;
/** Room for what the database itself would refuse: that is its decision. */
const MAX_HEADER_BYTES = 1 << 20;

/** Starts a proxy to a database's origin. It takes a free port of this machine. */
export async function startRecordingProxy(
  upstream: string,
  witness: KeepingWitness,
): Promise<RecordingProxy> {
  const forward = forwarder(upstream, witness);
  const http1 = createHttp1(
    { maxHeaderSize: MAX_HEADER_BYTES, insecureHTTPParser: true },
    (request, response) => {
      forward.http1(request, response);
    },
  );
  const http2 = createHttp2();
  const sessions = new Set<ServerHttp2Session>();
  http2.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    session.on('error', () => session.destroy());
  });
  http2.on('stream', (stream, headers) => {
    forward.http2(stream, headers);
  });
  const sockets = new Set<Socket>();
  const port = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    whenBegun(socket, (protocol) => {
      (protocol === 'http2' ? http2 : http1).emit('connection', socket);
      // An HTTP/2 session takes by itself what was read already; an HTTP/1.1 parser waits to be given it.
      if (protocol === 'http1') socket.resume();
    });
  });
  return running(port, { http1, forward, sockets, sessions });
}

/** Tells the protocol by a connection's first bytes, which stay unread. */
function whenBegun(socket: Socket, then: (protocol: 'http1' | 'http2') => void): void {
  let begun = Buffer.alloc(0);
  const look = (bytes: Buffer): void => {
    begun = Buffer.concat([begun, bytes]);
    if (begun.length < TELLING) return;
    socket.off('data', look);
    socket.pause();
    socket.unshift(begun);
    then(PREFACE.startsWith(begun.toString('latin1', 0, TELLING)) ? 'http2' : 'http1');
  };
  socket.on('data', look);
}

interface Parts {
  readonly http1: Http1Server;
  readonly forward: Forwarder;
  readonly sockets: ReadonlySet<Socket>;
  readonly sessions: ReadonlySet<ServerHttp2Session>;
}

async function running(port: Server, { http1, forward, sockets, sessions }: Parts): Promise<RecordingProxy> {
  await new Promise<void>((resolve, reject) => {
    port.once('error', reject);
    port.listen(0, '127.0.0.1', resolve);
  });
  const address = port.address();
  if (address === null || typeof address === 'string') throw new Error('a listening server has an address');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => port.close(resolve));
      for (const session of sessions) session.destroy();
      for (const socket of sockets) socket.destroy();
      http1.close();
      forward.close();
      await closed;
    },
  };
}
