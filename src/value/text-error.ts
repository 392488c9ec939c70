/** Where and why a text could not be read. Offsets count UTF-16 units from 0, line and column from 1. */
export interface TextError {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** What would have been accepted there, for example `a value` or `", " or "]"`. */
  readonly expected: string;
  /** The line with a caret under the place, cut to a window of 60 characters around it. */
  readonly excerpt: string;
}

/** Characters shown on either side of the caret: two of them and the dots fit an 80-column terminal. */
const WINDOW = 30;

/** Builds the error for a place in a text. */
export function textError(text: string, offset: number, expected: string): TextError {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const nextBreak = text.indexOf('\n', offset);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const from = Math.max(lineStart, offset - WINDOW);
  const to = Math.min(lineEnd, offset + WINDOW);
  const before = (from > lineStart ? '…' : '') + text.slice(from, offset);
  const after = text.slice(offset, to) + (to < lineEnd ? '…' : '');
  return {
    offset,
    line: text.slice(0, offset).split('\n').length,
    column: offset - lineStart + 1,
    expected,
    excerpt: `${before}${after}\n${' '.repeat(before.length)}^`,
  };
}

/** The error in two or three lines for a person. */
export function describeTextError(error: TextError): string {
  return `line ${error.line}, column ${error.column}: expected ${error.expected}\n${error.excerpt}`;
}
