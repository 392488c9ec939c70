import faunadb from 'faunadb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/backend/index.ts';
import type { RunningBackend } from '../../src/backend/backend.ts';

const { Client, query: q } = faunadb;

/** What the driver throws for an answer that is an error. */
interface DriverError {
  readonly message: string;
  readonly description: string;
  readonly requestResult: { readonly statusCode: number };
}

function isDriverError(error: unknown): error is DriverError {
  return error instanceof Error && 'requestResult' in error && 'description' in error;
}

/** The driver's own text of a ref. */
function text(ref: faunadb.values.Ref): string {
  // oxlint-disable-next-line typescript/no-base-to-string -- the driver's refs have a `toString` that its types lack
  return String(ref);
}

describe('the JavaScript driver against the embedded backend', () => {
  let backend: RunningBackend;
  let server: faunadb.Client;
  const clients: faunadb.Client[] = [];

  const connect = (secret: string): faunadb.Client => {
    const { hostname, port } = new URL(backend.url);
    const client = new Client({
      secret,
      domain: hostname,
      port: Number(port),
      scheme: 'http',
      checkNewVersion: false,
      http2SessionIdleTime: 0,
    });
    clients.push(client);
    return client;
  };
  const refused = async (result: Promise<unknown>): Promise<DriverError> => {
    try {
      await result;
    } catch (error) {
      if (isDriverError(error)) return error;
      throw error;
    }
    throw new Error('the query was expected to fail');
  };

  beforeAll(async () => {
    backend = await startEmbedded();
    const root = connect(backend.rootSecret);
    await root.query(q.CreateDatabase({ name: 'app' }));
    const key: { secret: string } = await root.query(
      q.CreateKey({ role: 'server', database: q.Database('app') }),
    );
    server = connect(key.secret);
    await server.query(q.CreateCollection({ name: 'users' }));
    await server.query(
      q.CreateIndex({
        name: 'users_by_email',
        source: q.Collection('users'),
        terms: [{ field: ['data', 'email'] }],
        unique: true,
      }),
    );
    await server.query(
      q.Create(q.Collection('users'), {
        data: { email: 'alice@example.com' },
        credentials: { password: 'correct horse' },
      }),
    );
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await backend[Symbol.asyncDispose]();
  });

  const alice = q.Match(q.Index('users_by_email'), 'alice@example.com');
  interface Token {
    readonly ref: faunadb.values.Ref;
    readonly ts: number;
    readonly instance: faunadb.values.Ref;
    readonly secret: string;
  }
  const logIn = (): Promise<Token> => server.query<Token>(q.Login(alice, { password: 'correct horse' }));

  it('logs in, acts as the user, and shows the secret once', async () => {
    const token = await logIn();
    expect(token.secret).toMatch(/^fnE/);
    expect(text(token.ref)).toMatch(/^Ref\(Tokens\(\), "\d+"\)$/);
    const user = connect(token.secret);
    expect(await user.query(q.CurrentIdentity())).toEqual(token.instance);
    expect(await user.query(q.HasCurrentIdentity())).toBe(true);
    expect(await user.query(q.CurrentToken())).toEqual(token.ref);
    const read: Record<string, unknown> = await server.query(q.Get(token.ref));
    expect(Object.keys(read)).toEqual(['ref', 'ts', 'instance', 'hashed_secret']);
    expect(read['ts']).toBe(token.ts);
  });

  it('identifies by password, and only by the right one', async () => {
    expect(await server.query(q.Identify(alice, 'correct horse'))).toBe(true);
    expect(await server.query(q.Identify(alice, 'battery staple'))).toBe(false);
    const error = await refused(server.query(q.Login(alice, { password: 'battery staple' })));
    expect(error.requestResult.statusCode).toBe(400);
    expect(error.description).toBe('The document was not found or provided password was incorrect.');
  });

  it('logs out of one session, then of all', async () => {
    const [first, second, third] = [await logIn(), await logIn(), await logIn()];
    expect(await connect(first.secret).query(q.Logout(false))).toBe(true);
    expect((await refused(connect(first.secret).query(1))).requestResult.statusCode).toBe(401);
    expect(await connect(second.secret).query(q.Add(1, 2))).toBe(3);
    expect(await connect(second.secret).query(q.Logout(true))).toBe(true);
    expect((await refused(connect(third.secret).query(1))).requestResult.statusCode).toBe(401);
  });

  it('lists, gets and deletes tokens', async () => {
    const token = await logIn();
    const page: { data: faunadb.values.Ref[] } = await server.query(q.Paginate(q.Tokens()));
    expect(page.data.map(text)).toContain(text(token.ref));
    await server.query(q.Delete(token.ref));
    expect((await refused(connect(token.secret).query(1))).requestResult.statusCode).toBe(401);
    expect((await refused(server.query(q.Get(token.ref)))).requestResult.statusCode).toBe(404);
  });

  it('is seen by the witness, under the credential it used', async () => {
    const key: { secret: string } = await connect(backend.rootSecret).query(
      q.CreateKey({ role: 'server', database: q.Database('app') }),
    );
    backend.witness.watch(key.secret);
    await connect(key.secret).query(q.Concat(['a', 'b']));
    await server.query(1);
    expect(backend.witness.take(key.secret)).toMatchObject([
      {
        method: 'POST',
        path: '/',
        request: '{"concat":["a","b"]}',
        status: 200,
        response: '{"resource":"ab"}',
      },
    ]);
    expect(backend.witness.take(key.secret)).toEqual([]);
    backend.witness.forget(key.secret);
  });
});
