/** A text that cannot be read on; thrown inside a format's reader and turned into a `TextError` at its border. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly offset: number;
  readonly expected: string;
  constructor(offset: number, expected: string) {
    super(`expected ${expected} at ${offset}`);
    this.offset = offset;
    this.expected = expected;
  }
}
