/** Nobody answers where a database is said to run. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
  readonly code = 'backend-unreachable';

  constructor(url: string, cause: unknown) {
    const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    const reason = inner instanceof Error ? inner.message : String(inner);
    super(`No database answers at ${url} (${reason}). Start it, or give another --backend.`, { cause });
  }
}
