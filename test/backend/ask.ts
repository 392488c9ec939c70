import { EmbeddedCore } from '../../src/backend/query/embedded-core.ts';
import { MemoryStore } from '../../src/backend/store/memory-store.ts';
import { Secrets } from '../../src/backend/auth/secrets.ts';
import type { ApiVersion, Reply } from '../../src/backend/core.ts';

/** Asks a database something and gives what it answered, as text. */
export interface Database {
  ask(query: string, options?: AskOptions): Promise<Reply>;
  readonly core: EmbeddedCore;
}

export interface AskOptions {
  readonly version?: ApiVersion;
  readonly credential?: string;
  readonly readOnly?: boolean;
  readonly timeoutMs?: number;
}

/** An empty database in this process, without HTTP in front of it. The root secret is `secret`. */
export function emptyDatabase(clock?: () => number): Database {
  const core = new EmbeddedCore({
    store: new MemoryStore(clock),
    secrets: new Secrets(),
    rootSecrets: ['secret'],
  });
  return {
    core,
    ask: (query, { version = '4', credential = 'secret', readOnly = false, timeoutMs = 120_000 } = {}) =>
      core.call({
        credential,
        apiVersion: version,
        request: { kind: 'query', text: query, readOnly },
        lastSeenTxn: undefined,
        timeoutMs,
      }),
  };
}
