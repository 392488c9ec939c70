import type { History, Recording } from './recording.ts';
import { replayHistory } from './replay-history.ts';
import type { ReplayResult } from './result.ts';
import { sender } from './send.ts';

export interface ReplayOptions {
  /** Origin of the server: `http://127.0.0.1:8443`. */
  readonly url: string;
  /** Its root secret. Default `secret`. */
  readonly secret?: string | undefined;
  /** Histories replayed at once, each on one connection. Default 8. */
  readonly parallel?: number | undefined;
  /** Only the first so many exchanges of a history. */
  readonly steps?: number | undefined;
  /** Which histories to replay. Default all. `index` counts the recording's histories from 0. */
  readonly select?: ((history: History, index: number) => boolean) | undefined;
  /** How long an exchange may take before it counts as unanswered. Default 30 seconds. */
  readonly timeoutMs?: number | undefined;
}

/**
 * Replays a recording against a server. Results of one history come in order; histories run side by side, so their
 * results interleave.
 */
export async function* replay(recording: Recording, options: ReplayOptions): AsyncIterable<ReplayResult> {
  const { secret = 'secret', parallel = 8, timeoutMs = 30_000 } = options;
  using connections = sender(options.url, { connections: parallel, timeoutMs });
  const server = { sender: connections, rootSecret: secret };
  const running = new Map<AsyncIterator<ReplayResult>, Promise<Pulled>>();
  const histories = selected(recording, options)[Symbol.asyncIterator]();
  const pull = (iterator: AsyncIterator<ReplayResult>): void => {
    running.set(iterator, pulled(iterator));
  };
  let more = true;
  while (more || running.size > 0) {
    while (more && running.size < parallel) {
      const next = await histories.next();
      if (next.done === true) more = false;
      else pull(replayHistory(next.value, server)[Symbol.asyncIterator]());
    }
    if (running.size === 0) return;
    const { iterator, result } = await Promise.race(running.values());
    if (result.done === true) running.delete(iterator);
    else {
      pull(iterator);
      yield result.value;
    }
  }
}

interface Pulled {
  readonly iterator: AsyncIterator<ReplayResult>;
  readonly result: IteratorResult<ReplayResult>;
}

async function pulled(iterator: AsyncIterator<ReplayResult>): Promise<Pulled> {
  return { iterator, result: await iterator.next() };
}

async function* selected(recording: Recording, { select, steps }: ReplayOptions): AsyncIterable<History> {
  let index = 0;
  for await (const history of recording.histories()) {
    const wanted = select?.(history, index) ?? true;
    index += 1;
    if (wanted)
      yield steps === undefined ? history : { ...history, exchanges: history.exchanges.slice(0, steps) };
  }
}
