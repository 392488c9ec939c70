import type { ChangeFeed, Committed } from './change-feed.ts';

/** Transactions that may wait for a client that reads too slowly, before its stream is ended. */
const BACKLOG_LIMIT = 10_000;

export interface StreamOptions {
  readonly feed: ChangeFeed;
  /** The text of the `start` event. */
  readonly start: string;
  /** The texts of a transaction's events for this stream; `undefined`: the caller has lost his right to it. */
  readonly events: (committed: Committed) => readonly string[] | undefined;
  /** The last text of a stream whose caller has lost his right. */
  readonly lost: (committed: Committed) => string;
  readonly signal: AbortSignal;
}

/**
 * The texts of a stream, for as long as somebody wants them. What commits from now on is kept until it is asked for, so
 * nothing is lost between the subscription and the first reader.
 */
export function openStream({ feed, start, events, lost, signal }: StreamOptions): AsyncIterable<string> {
  const waiting: Committed[] = [];
  let wake = (): void => {};
  let isOver = signal.aborted;
  const stop = feed.listen((committed) => {
    waiting.push(committed);
    if (waiting.length > BACKLOG_LIMIT) end();
    wake();
  });
  const end = (): void => {
    isOver = true;
    stop();
    wake();
  };
  signal.addEventListener('abort', end, { once: true });
  if (isOver) stop();

  async function* texts(): AsyncIterable<string> {
    try {
      if (!isOver) yield start;
      for (;;) {
        const committed = waiting.shift();
        if (isOver) return;
        if (committed === undefined) {
          await new Promise<void>((resolve) => (wake = resolve));
          continue;
        }
        const written = events(committed);
        if (written === undefined) {
          yield lost(committed);
          return;
        }
        yield* written;
      }
    } finally {
      end();
      signal.removeEventListener('abort', end);
    }
  }
  return texts();
}
