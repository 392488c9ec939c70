import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Header, History, RecordedExchange } from '../../src/conform/recording.ts';
import { findTokens, instantOfNanos, nanosOfInstant, type Token } from '../../src/conform/tokens.ts';

/** An answer of the fake; a liar changes it before it goes out. */
export interface FakeAnswer {
  status: number;
  headers: Header[];
  body: string;
}

export interface FakeOptions {
  /** Renames generated values consistently, or not. Default: keeps them. */
  readonly rename?: (token: Token, step: number) => string;
  readonly lie?: (answer: FakeAnswer, exchange: RecordedExchange) => void;
}

export interface FakeServer extends AsyncDisposable {
  readonly url: string;
  /** What came in, in order. */
  readonly requests: readonly { readonly method: string; readonly path: string; readonly body: string }[];
}

/**
 * A server that knows one history by heart: it answers the n-th request with the n-th recorded answer, its generated
 * values renamed. It does not look at requests, so that a test can.
 */
export async function recordedServer(history: History, options: FakeOptions = {}): Promise<FakeServer> {
  const requests: { method: string; path: string; body: string }[] = [];
  let database: string | undefined;
  const constants = constantsOf(history);
  const server = createServer((incoming, outgoing) => {
    void answerTo(incoming, outgoing);
  });
  const answerTo = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    if (requests.length === 0 && incoming.url === '/ping') {
      outgoing.end();
      return;
    }
    database ??= /"name":"([\w-]+)"/.exec(body)?.[1];
    if (history.exchanges[requests.length - 1]?.waitFor === body) {
      outgoing.end('{"resource":true}');
      return;
    }
    const exchange = history.exchanges[requests.length];
    requests.push({ method: incoming.method ?? '', path: incoming.url ?? '', body });
    if (exchange === undefined || exchange.body.kind !== 'text') {
      outgoing.writeHead(500).end();
      return;
    }
    const rename = (token: Token): string => {
      if (token.kind === 'name') return database ?? '';
      return constants.has(token.text) ? token.text : (options.rename?.(token, exchange.step) ?? token.text);
    };
    const answer = {
      status: exchange.status,
      headers: headersOf(exchange),
      body: renamed(exchange.body.text, history, rename),
    };
    options.lie?.(answer, exchange);
    const length: Header = ['content-length', String(Buffer.byteLength(answer.body))];
    outgoing.sendDate = false;
    outgoing.writeHead(answer.status, [...answer.headers, length].flat());
    outgoing.end(answer.body);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function headersOf({ headers }: RecordedExchange): Header[] {
  if (headers.kind === 'all') return headers.headers.filter(([name]) => name !== 'content-length');
  const header = (name: string, value: string | undefined): Header[] =>
    value === undefined ? [] : [[name, value]];
  return [
    ...header('x-txn-time', headers.txnTime ? '1' : undefined),
    ...header('content-type', headers.contentType),
    ...header('www-authenticate', headers.authenticate),
  ];
}

function renamed(body: string, history: History, rename: (token: Token) => string): string {
  let result = '';
  let end = 0;
  for (const token of findTokens(body, history.era, history.databaseNames)) {
    result += body.slice(end, token.start) + rename(token);
    end = token.start + token.text.length;
  }
  return result + body.slice(end);
}

/** Generated-looking values that the history's author wrote into templates: a server gives them back unchanged. */
function constantsOf(history: History): Set<string> {
  const texts = history.exchanges.map(({ request }) => (request.kind === 'template' ? request.text : ''));
  return new Set(texts.flatMap((text) => findTokens(text, history.era, []).map((token) => token.text)));
}

/** A consistent renaming: ids and times move by a constant, the letters and digits of secrets, hashes and global ids rotate. */
export function shifted(by: bigint): (token: Token) => string {
  return (token) => {
    switch (token.kind) {
      case 'id':
        return (BigInt(token.text) + by).toString();
      case 'time':
        return token.form === 'micros'
          ? (BigInt(token.text) + by).toString()
          : instantOfNanos((nanosOfInstant(token.text) ?? 0n) + by * 1000n);
      case 'secret':
        return token.text.slice(0, 3) + rotate(token.text.slice(3), by);
      case 'hash':
        return token.text.slice(0, 7) + rotate(token.text.slice(7), by);
      case 'globalId':
        return Array.from(token.text)
          .map((letter) => rotated(letter, 'ybndrfg8ejkmcpqxot1uwisza345h769', by))
          .join('');
      case 'address':
        return '@abc1234';
      case 'name':
        return token.text;
    }
  };
}

const rotate = (text: string, by: bigint): string =>
  Array.from(text)
    .map((letter) => rotated(letter, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', by))
    .join('');

function rotated(letter: string, alphabet: string, by: bigint): string {
  const at = alphabet.indexOf(letter);
  return at < 0 ? letter : (alphabet[(at + Number(by % 31n)) % alphabet.length] ?? letter);
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of incoming.setEncoding('utf8')) body += String(chunk);
  return body;
}
