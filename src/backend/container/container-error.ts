/** A database in a container could not be had: why, and what to do. */
export class ContainerError extends Error {
  override readonly name = 'ContainerError';
  readonly code = 'container-unavailable';
  readonly hint: string;

  constructor(what: string, cause: unknown, hint: string) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`No database in a container: ${what} (${reason}). ${hint}`, { cause });
    this.hint = hint;
  }
}
