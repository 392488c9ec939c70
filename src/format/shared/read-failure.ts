/**
 * A text that cannot be read on; thrown inside a format's reader and turned into a `TextError` at its border. No `Error`: each
 * line of a log fails in most formats, nobody looks at a stack, and to make one takes longer than the reading.
 */
export class ReadFailure {
  readonly offset: number;
  readonly expected: string;
  constructor(offset: number, expected: string) {
    this.offset = offset;
    this.expected = expected;
  }
}
