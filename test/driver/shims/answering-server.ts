import { createServer as createHttp1, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttp2, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { createServer, type Socket } from 'node:net';

export interface Response {
  readonly status: number;
  readonly body: string;
}

export interface AnsweringServer extends AsyncDisposable {
  readonly url: string;
}

/**
 * A server that answers each query with what `answer` makes of its body: HTTP/1.1 and cleartext HTTP/2 on one port, as
 * drivers need it. It is no database, so that shims can be shown values and errors that no database would send.
 */
export async function startAnsweringServer(answer: (body: string) => Response): Promise<AnsweringServer> {
  const handle = (
    request: IncomingMessage | Http2ServerRequest,
    response: ServerResponse | Http2ServerResponse,
  ): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { status, body } = answer(Buffer.concat(chunks).toString('utf8'));
      response.statusCode = status;
      response.setHeader('content-type', 'application/json;charset=utf-8');
      response.setHeader('x-txn-time', '1631739422080000');
      response.setHeader('content-length', String(Buffer.byteLength(body)));
      response.end(body);
    });
  };
  const http1 = createHttp1(handle);
  const http2 = createHttp2(handle);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A driver that is stopped resets its connections.
    socket.on('error', () => undefined);
    socket.once('readable', () => {
      const first: unknown = socket.read();
      if (!(first instanceof Buffer)) return;
      socket.unshift(first);
      (first.toString('latin1', 0, 3) === 'PRI' ? http2 : http1).emit('connection', socket);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
