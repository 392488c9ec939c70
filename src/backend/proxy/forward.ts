import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { constants, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Readable, Writable } from 'node:stream';
import { credential } from '../http/credential.ts';
import type { KeepingWitness } from '../keeping-witness.ts';

/** Passes requests on to a database and its answers back. */
export interface Forwarder {
  http1(request: IncomingMessage, response: ServerResponse): void;
  http2(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void;
  close(): void;
}

/** Of one connection only (RFC 9110, 7.6.1); an upgrade to HTTP/2 is not passed on, the client goes on as it began. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
  'te',
]);

/** Forwards to an origin and tells the witness what passed. */
export function forwarder(upstream: string, witness: KeepingWitness): Forwarder {
  const { protocol, hostname, port, host } = new URL(upstream);
  const isSecure = protocol === 'https:';
  const agent = isSecure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const send = (
    method: string,
    path: string,
    headers: readonly (readonly [string, string])[],
  ): ClientRequest =>
    (isSecure ? httpsRequest : httpRequest)({
      agent,
      method,
      path,
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      headers: headers.flatMap(([name, value]) =>
        name.toLowerCase() === 'host' ? [name, host] : [name, value],
      ),
    });
  return {
    http1: (request, response) => {
      const { method = 'GET', url: path = '/' } = request;
      const headers = pairs(request.rawHeaders).filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()));
      const outgoing = send(method, path, framed(headers, request.headers));
      pass(
        request,
        outgoing,
        witness,
        { method, path, authorization: request.headers.authorization },
        {
          answer: (incoming) => {
            const kept = pairs(incoming.rawHeaders).filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()));
            response.sendDate = false;
            response.writeHead(incoming.statusCode ?? 502, incoming.statusMessage, kept.flat());
            return response;
          },
          fail: () => response.destroy(),
        },
      );
    },
    http2: (stream, headers) => {
      const {
        ':method': method = 'GET',
        ':path': path = '/',
        ':authority': authority = host,
        ...rest
      } = headers;
      const plain = Object.entries(rest).filter(([name]) => !name.startsWith(':') && !HOP_BY_HOP.has(name));
      const flat = plain.flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value ?? '']).map((one): readonly [string, string] => [name, one]),
      );
      const outgoing = send(
        method,
        path,
        framed([['host', authority], ...flat], {
          'content-length': headers['content-length'],
          'transfer-encoding': hasBody(method) ? 'chunked' : undefined,
        }),
      );
      pass(
        stream,
        outgoing,
        witness,
        { method, path, authorization: headers.authorization },
        {
          answer: (incoming) => {
            const kept = Object.entries(incoming.headers).filter(([name]) => !HOP_BY_HOP.has(name));
            stream.respond({ ':status': incoming.statusCode ?? 502, ...Object.fromEntries(kept) });
            return stream;
          },
          fail: () => stream.close(constants.NGHTTP2_INTERNAL_ERROR),
        },
      );
    },
    close: () => {
      agent.destroy();
    },
  };
}

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
}

interface Client {
  /** Begins the answer and gives where its body goes. */
  readonly answer: (incoming: IncomingMessage) => Writable;
  /** There is no answer: the client's connection ends as the database's did. */
  readonly fail: () => void;
}

function pass(
  body: Readable,
  outgoing: ClientRequest,
  witness: KeepingWitness,
  seen: Seen,
  client: Client,
): void {
  const request = collected(body);
  body.pipe(outgoing);
  // Who gives up takes the other side along.
  body.on('error', () => outgoing.destroy());
  outgoing.on('error', client.fail);
  outgoing.on('response', (incoming) => {
    const response = collected(incoming);
    const target = client.answer(incoming);
    target.on('close', () => incoming.destroy());
    incoming.on('error', client.fail);
    incoming.on('end', () => {
      const presented = credential(seen.authorization ?? '');
      if (presented === undefined) return;
      witness.see(presented, () => ({
        method: seen.method,
        path: seen.path,
        request: request(),
        status: incoming.statusCode ?? 0,
        response: response(),
      }));
    });
    incoming.pipe(target);
  });
}

/** Keeps what a stream carries, as text. */
function collected(stream: Readable): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/** The headers with the framing of the body: its length as it was said, or chunks. */
function framed(
  headers: readonly (readonly [string, string])[],
  given: {
    readonly 'content-length'?: string | undefined;
    readonly 'transfer-encoding'?: string | undefined;
  },
): readonly (readonly [string, string])[] {
  if (given['content-length'] !== undefined || given['transfer-encoding'] === undefined) return headers;
  return [...headers, ['Transfer-Encoding', 'chunked']];
}

function hasBody(method: string): boolean {
  return ['POST', 'PUT', 'PATCH'].includes(method);
}

function pairs(flat: readonly string[]): (readonly [string, string])[] {
  const headers: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < flat.length; index += 2)
    headers.push([flat[index] ?? '', flat[index + 1] ?? '']);
  return headers;
}
