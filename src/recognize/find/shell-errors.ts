/** Errors of Fauna Shell that no brackets hold together: their lines go on up to a sign of their own. */
import type { Search } from './extents.ts';

interface Shape {
  readonly first: RegExp;
  /** Whether a line after the first belongs to it. */
  readonly inner: RegExp;
  /** In the line that it ends with and the one before it; absent: it ends with the last inner line. */
  readonly last?: RegExp;
}

const SHAPES: readonly Shape[] = [
  // fauna-shell 4.0.0, src/lib/faunadb.mjs, formatError.
  { first: /^\s*The query failed with the following error:$/, inner: /^/, last: /\nat \*query\*:/ },
  // fauna-shell 0.9.4 to 0.12.5, src/commands/eval.js, infoMessage.
  { first: /^\s*The following query failed:$/, inner: /^/, last: /^ {2}Query number:\n {4}\d+$/ },
  // fauna-shell 1.0.0 to 3.0.1: what @oclif/core puts before the lines of an error.
  { first: /^ ›   Error: \{$/, inner: /^ ›   / },
];

/** Lines of an error: a report has the whole error of the driver in it. */
const MOST_LINES = 400;

/** What begins an error of the shell with its first line; none: nothing does. */
export function shellErrorsFrom(line: string): readonly Search[] {
  return SHAPES.filter(({ first }) => first.test(line)).map(searchFor);
}

function searchFor({ inner, last }: Shape): Search {
  let read = 1;
  return (line, atEnd) => {
    for (; read < MOST_LINES; read += 1) {
      const text = line(read);
      if (text === undefined && !atEnd) return 'wait';
      if (text !== undefined && last?.test(`${line(read - 1) ?? ''}\n${text}`) === true)
        return { from: 0, lines: read, to: text.length };
      if (text !== undefined && inner.test(text)) continue;
      return last === undefined && read > 1
        ? { from: 0, lines: read - 1, to: line(read - 1)?.length ?? 0 }
        : { looked: read };
    }
    return { looked: read };
  };
}
