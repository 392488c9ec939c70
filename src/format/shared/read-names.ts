import type { Choose } from './explore.ts';
import { NoSuchChoice } from './explore.ts';
import type { TextReader } from './text-reader.ts';

/**
 * How unescaped names (ids of collections, documents and so on) are read. Names that the database admits
 * (`[;@+$\-_.!~%\w]+`, spec 19.7) end in one place only. Where a text does not fit with such names alone, it is read
 * again with any names, which may end wherever the rest can still be read.
 */
export interface Names {
  /** Absent: only names that the database may have given. */
  readonly choose?: Choose;
  /** The same for texts of users, which may hold anything; absent: as for names. */
  readonly chooseText?: Choose;
}

/** Somewhat wider than what the database admits: no quotes, brackets, commas, equals signs and white space. */
const ORDINARY = /^[^\s"'`()[\]{},=]*$/;

/**
 * Reads an unescaped name up to one of its possible ends.
 * @param nextEnd The first possible end at or after an offset; `undefined`: none.
 */
export function readName(
  reader: TextReader,
  names: Names,
  nextEnd: (from: number) => number | undefined,
  ordinary = ORDINARY,
): string {
  const start = reader.offset;
  let end = nextEnd(start);
  if (end === undefined) return reader.fail('the end of a name');
  if (names.choose === undefined) {
    if (!ordinary.test(reader.text.slice(start, end)))
      reader.fail('a name without quotes, brackets and spaces');
  } else {
    for (let left = names.choose(); left > 0; left -= 1) {
      end = nextEnd(end + 1);
      if (end === undefined) throw new NoSuchChoice();
    }
  }
  reader.offset = end;
  return reader.text.slice(start, end);
}
