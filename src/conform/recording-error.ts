import { z } from 'zod';

/** A recording that cannot be read: which file, which line, and what is wrong with it. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  readonly code = 'recording-unreadable';

  constructor(path: string, line: number, cause: unknown) {
    super(`${path}${line > 0 ? `, line ${line}` : ''}: ${reason(cause)}`, { cause });
  }
}

function reason(cause: unknown): string {
  if (cause instanceof z.ZodError)
    return `not a recorded exchange: ${cause.issues
      .slice(0, 3)
      .map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`)
      .join('; ')}`;
  return cause instanceof Error ? cause.message : String(cause);
}
