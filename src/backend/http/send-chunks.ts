import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { StreamResponse } from './message.ts';

/** Writes chunks as they come, at the reader's pace, until they end or the reader is gone; then stops their source. */
export async function sendChunks(
  { chunks, stop }: Pick<StreamResponse, 'chunks' | 'stop'>,
  to: Writable,
  frame: (text: string) => string,
): Promise<void> {
  const gone = new AbortController();
  const leave = (): void => {
    gone.abort();
    stop();
  };
  to.once('close', leave);
  try {
    for await (const text of chunks) {
      if (to.destroyed) return;
      if (!to.write(frame(text))) await once(to, 'drain', { signal: gone.signal });
    }
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  } finally {
    to.off('close', leave);
    stop();
  }
}
