import { sender } from './send.ts';

/** Nobody answers where the server is said to be. */
export class NoServerError extends Error {
  override readonly name = 'NoServerError';
  readonly code = 'no-server';

  constructor(url: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`No server answers at ${url} (${reason}). Start it, or give another --url.`, { cause });
  }
}

const ANSWER_WITHIN_MS = 10_000;

/** Rejects with `NoServerError` unless something speaks HTTP at the URL, whatever it says. */
export async function checkServer(url: string): Promise<void> {
  try {
    using connection = sender(url, { connections: 1, timeoutMs: ANSWER_WITHIN_MS });
    await connection.send({ method: 'GET', path: '/ping', headers: [['Host', '']], body: undefined });
  } catch (cause) {
    throw new NoServerError(url, cause);
  }
}
