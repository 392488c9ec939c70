import type { Backend, RunningBackend } from './backend.ts';
import { KeepingWitness } from './keeping-witness.ts';
import { startRecordingProxy } from './proxy/recording-proxy.ts';
import { UnreachableError } from './unreachable-error.ts';

export interface UrlOptions {
  /** Origin of a database that runs: `http://127.0.0.1:8443`, `https://…`. */
  readonly url: string;
  readonly secret: string;
}

const ANSWER_WITHIN_MS = 10_000;

/** A database that runs already. Starting it means to see that it answers, and to put a witness before it. */
export function urlBackend({ url, secret }: UrlOptions): Backend {
  return { name: url, start: () => startBehindProxy(url, url, secret) };
}

/**
 * Checks that a database answers and puts a recording proxy before it.
 * @throws UnreachableError
 */
export async function startBehindProxy(name: string, url: string, secret: string): Promise<RunningBackend> {
  const { origin } = new URL(url);
  await fetch(`${origin}/ping`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch((cause: unknown) => {
    throw new UnreachableError(origin, cause);
  });
  const witness = new KeepingWitness();
  const proxy = await startRecordingProxy(origin, witness);
  return {
    name,
    url: proxy.url,
    direct: origin,
    rootSecret: secret,
    witness,
    [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
  };
}
