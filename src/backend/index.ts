/**
 * The embedded backend: a local FQL v4 server that answers as the database core does. The folders, in the order in
 * which a request passes them:
 *
 * - `http/` reads requests, answers headers and routes (spec 1); it knows nothing of FQL and hands a `Call` to
 * - `core.ts`, the border; `query/` runs a call as one transaction: authenticates, parses, evaluates, renders, commits;
 * - `parse/` turns the JSON text into an expression: forms are found by their exact set of keys (spec 4.1);
 * - `eval/` computes it, synchronously, against one snapshot; `data/` has the values, `render/` writes them (spec 2);
 * - `functions/` is the table of forms, a file a family: see `functions/table.ts` for how to add one;
 * - what the families rest on: `documents/` (writing and reading them, by kind; 4.5–4.9), `sets/` and `indexes/` (2.7, 4.10),
 *   `auth/` (who asks and what he may do; 1.4, 5), `schema/` (names and numbers of databases), `streams/` (1.14);
 * - `store/` keeps versions of documents and applies a query's writes at once, or not at all.
 *
 * Errors of a query are thrown as `QueryFailure`. Whatever takes time (password hashes) is not waited for: evaluation
 * stops with a `Suspension`, the work is done elsewhere, and the query is evaluated again from its start (`query/tape.ts`).
 * Beside all this, `container/`, `proxy/` and `serve/` give the same interface (`backend.ts`) to databases elsewhere.
 */
import { credential } from './http/credential.ts';
import { EmbeddedCore } from './query/embedded-core.ts';
import { headerValue } from './http/message.ts';
import { KeepingWitness } from './keeping-witness.ts';
import { listen } from './http/listen.ts';
import { MemoryStore } from './store/memory-store.ts';
import { Secrets, seededBytes, type RandomBytes } from './auth/secrets.ts';
import type { Backend, RunningBackend } from './backend.ts';
import type { KeySource } from './auth/jwt/key-source.ts';

export interface EmbeddedOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** The address to listen on; this machine only by default. */
  readonly host?: string;
  /** The secret that gives all power over the root database; `secret` by default. */
  readonly secret?: string;
  /** Makes secrets and hashes repeatable: together with `clock`, the same requests in the same order get the same answers. */
  readonly seed?: string;
  /** Where the random part of secrets and hashes comes from, in place of a seed; nobody is kept out by a source that repeats. */
  readonly random?: RandomBytes;
  /** Milliseconds since 1970; the machine's clock by default. Ids and times follow it. */
  readonly clock?: () => number;
  /** Where the public keys of access providers come from; by default they are fetched from their `jwks_uri`. */
  readonly keys?: KeySource;
  /** Told of errors that are the server's own and not in the core's repertoire. */
  readonly onError?: (error: unknown) => void;
}

/** The database in this process. */
export function embeddedBackend(options: EmbeddedOptions = {}): Backend {
  return { name: 'embedded', start: () => startEmbedded(options) };
}

/** Starts an empty database; rejects when the port is taken. */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<RunningBackend> {
  const { port = 0, host = '127.0.0.1', secret = 'secret', seed, random, clock, keys, onError } = options;
  const store = new MemoryStore(clock);
  const core = new EmbeddedCore({
    store,
    secrets: new Secrets(random ?? (seed === undefined ? undefined : seededBytes(seed)), keys),
    rootSecrets: [secret],
  });
  const witness = new KeepingWitness();
  const listener = await listen(core, {
    port,
    host,
    ...(onError === undefined ? {} : { onError }),
    observe: (request, response) => {
      const presented = credential(headerValue(request.headers, 'authorization') ?? '');
      if (presented === undefined || response.kind !== 'whole') return;
      witness.see(presented, () => ({
        method: request.method,
        path: request.target,
        request: request.body.toString('utf8'),
        status: response.status,
        response: response.body,
      }));
    },
  });
  return {
    name: 'embedded',
    url: `http://${host.includes(':') ? `[${host}]` : host}:${String(listener.port)}`,
    rootSecret: secret,
    witness,
    [Symbol.asyncDispose]: () => listener.close(),
  };
}
