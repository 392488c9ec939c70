/** A text that cannot be read on; thrown inside a format's reader and turned into a `TextError` at its border. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly offset: number;
  readonly expected: string;
  constructor(offset: number, expected: string) {
    // Each line of a log fails in most formats, and nobody looks at the stack, which takes longer than the reading.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(`expected ${expected} at ${offset}`);
    Error.stackTraceLimit = stackTraceLimit;
    this.offset = offset;
    this.expected = expected;
  }
}
