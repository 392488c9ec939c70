import { once } from 'node:events';
import { connect, type ClientHttp2Session } from 'node:http2';

/** One HTTP/2 connection that posts bodies and gives the answer's text. */
export interface Client extends AsyncDisposable {
  post(body: string): Promise<string>;
}

/** Connects to a cleartext HTTP/2 server by prior knowledge. */
export async function http2Client(url: string, secret: string): Promise<Client> {
  const session = connect(url);
  await once(session, 'connect');
  return {
    post: (body) => post(session, secret, body),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        session.close(resolve);
      }),
  };
}

function post(session: ClientHttp2Session, secret: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const stream = session.request({ ':method': 'POST', ':path': '/', authorization: `Bearer ${secret}` });
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      text += chunk;
    });
    stream.on('end', () => resolve(text));
    stream.on('error', reject);
    stream.end(body);
  });
}

/** Posts a query that must succeed. */
export async function must(client: Client, query: unknown): Promise<string> {
  const answer = await client.post(JSON.stringify(query));
  if (!answer.startsWith('{"resource":')) throw new Error(`The backend answered ${answer.slice(0, 300)}`);
  return answer;
}
