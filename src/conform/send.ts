import { Agent as HttpAgent, request as httpRequest, type ClientRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Header } from './recording.ts';

export interface PlainRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: Buffer | undefined;
}

export interface PlainResponse {
  readonly status: number;
  /** Order, case and repetition as received. */
  readonly headers: readonly Header[];
  readonly body: string;
}

/** A connection pool to one server; sends exactly the headers it is given, plus the length of the body. */
export interface Sender extends Disposable {
  send(request: PlainRequest): Promise<PlainResponse>;
}

/** HTTP/1.1 to a server's origin. `connections`: at most so many at once. `timeoutMs`: of a request without any answer. */
export function sender(
  url: string,
  options: { readonly connections: number; readonly timeoutMs: number },
): Sender {
  const { protocol, hostname, port, host } = new URL(url);
  const secure = protocol === 'https:';
  const agentOptions = { keepAlive: true, maxSockets: options.connections };
  const agent = secure ? new HttpsAgent(agentOptions) : new HttpAgent(agentOptions);
  return {
    send: async ({ method, path, headers, body }) => {
      const target = { agent, method, path, hostname: hostname.replace(/^\[|\]$/g, ''), port };
      const raw = [...withHost(headers, host), ...lengthHeader(method, body)].flat();
      const outgoing = (secure ? httpsRequest : httpRequest)({ ...target, headers: raw });
      outgoing.setTimeout(options.timeoutMs, () => {
        outgoing.destroy(
          new Error(`no answer to ${method} ${path.slice(0, 80)} within ${options.timeoutMs} ms`),
        );
      });
      return receive(outgoing, body);
    },
    [Symbol.dispose]: () => {
      agent.destroy();
    },
  };
}

function withHost(headers: readonly Header[], host: string): Header[] {
  return headers.map((header) => (header[0].toLowerCase() === 'host' ? [header[0], host] : header));
}

/** The length stands last, where the recorder's client put it; methods that may carry a body always say one. */
function lengthHeader(method: string, body: Buffer | undefined): Header[] {
  const needed = body !== undefined || ['POST', 'PUT', 'PATCH'].includes(method);
  return needed ? [['Content-Length', String(body?.length ?? 0)]] : [];
}

async function receive(outgoing: ClientRequest, body: Buffer | undefined): Promise<PlainResponse> {
  return new Promise((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        resolve({
          status: incoming.statusCode ?? 0,
          headers: pairs(incoming.rawHeaders),
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    outgoing.end(body);
  });
}

function pairs(flat: readonly string[]): Header[] {
  const headers: Header[] = [];
  for (let index = 0; index + 1 < flat.length; index += 2)
    headers.push([flat[index] ?? '', flat[index + 1] ?? '']);
  return headers;
}
