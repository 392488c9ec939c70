/**
 * The embedded backend as a program of its own: `printproof serve`, and what the project's image runs. It prints where it
 * answers, serves until it is told to stop, and leaves nothing behind.
 */
import { once } from 'node:events';
import { keysFromFile } from '../auth/jwt/key-file.ts';
import { startEmbedded } from '../index.ts';
import { PortTakenError } from './port-taken-error.ts';

export interface ServeOptions {
  /** 0 takes a free one. Default 8443, the port of the database's own image. */
  readonly port?: number | undefined;
  /** Default: this machine only. */
  readonly host?: string | undefined;
  /** The root secret. Default `secret`. */
  readonly secret?: string | undefined;
  /** A file of public keys of access providers: see `keysFromFile`. Absent: they are fetched. */
  readonly jwks?: string | undefined;
  /** Prints nothing. */
  readonly quiet?: boolean | undefined;
  /** Gets the endpoint, one line. Default: standard output. */
  readonly print?: ((line: string) => void) | undefined;
  /** Stops the server, as SIGINT and SIGTERM do. */
  readonly stop?: AbortSignal | undefined;
}

const DEFAULT_PORT = 8443;

/**
 * Serves an empty database until a signal comes; then closes every connection and resolves.
 * @throws PortTakenError, KeyFileError
 */
export async function serve(options: ServeOptions = {}): Promise<void> {
  const { port = DEFAULT_PORT, host = '127.0.0.1', secret = 'secret', quiet = false } = options;
  const print = options.print ?? ((line: string) => void process.stdout.write(`${line}\n`));
  const keys = options.jwks === undefined ? {} : { keys: await keysFromFile(options.jwks) };
  const running = await startEmbedded({ port, host, secret, ...keys, onError: report }).catch(
    (cause: unknown) => {
      throw PortTakenError.from(cause, host, port) ?? cause;
    },
  );
  if (!quiet) print(running.url);
  try {
    await stopped(options.stop);
  } finally {
    await running[Symbol.asyncDispose]();
  }
}

/** A fault of the server's own must be seen by somebody; the client gets a 500. */
function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

async function stopped(stop: AbortSignal | undefined): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  // Only while serving: afterwards the signals mean again what they meant before.
  const waits = [once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })];
  if (stop !== undefined && !stop.aborted) waits.push(once(stop, 'abort', { signal }));
  if (stop?.aborted !== true) await Promise.race(waits);
  over.abort();
  await Promise.allSettled(waits);
}
