/**
 * The command cannot be carried out as it was given, or the machine does not let it: exit status 2, one message, no stack.
 * `hint` says whose move it is and what to do.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly hint: string | undefined;
  constructor(message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}
