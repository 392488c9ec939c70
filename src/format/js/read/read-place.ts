import type { Value } from '../../../value/index.ts';
import type { Names } from '../../shared/read-names.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import { calledAnew, indentsOwnText, type Dialect } from '../dialect.ts';

/** Readers that call each other. */
export interface Readers {
  readonly value: (place: Place) => Value;
  /** `undefined`: an expression that is no value by itself. */
  readonly special: (place: Place) => Value | undefined;
}

/** Where something is read. */
export interface Place {
  readonly readers: Readers;
  readonly reader: TextReader;
  readonly names: Names;
  readonly dialect: Dialect;
  /** Containers around it in this `util.inspect`. */
  readonly depth: number;
  /** Levels by which further lines of a special value's text are indented, two spaces each. */
  readonly indent: number;
  /** Everything around it that makes the reader call itself. */
  readonly level: number;
}

/** Levels that are read: no print of a value that the database could have computed is deeper, and no stack is used up. */
export const MOST_LEVELS = 400;

/** Inside a container. */
export function inside(place: Place): Place {
  return deeper({ ...place, depth: place.depth + 1, indent: place.indent + 1 });
}

/** What `util.inspect` prints by itself, `SetRef({ … })`: depths are counted anew, indentations are not. */
export function anew(place: Place): Place {
  return deeper({ ...place, depth: 0, dialect: calledAnew(place.dialect) });
}

/** Inside a function call or an array of an expression. */
export function deeper(place: Place): Place {
  if (place.level >= MOST_LEVELS) place.reader.fail(`a value nested less than ${MOST_LEVELS} levels deep`);
  return { ...place, level: place.level + 1 };
}

/** Takes away what Node.js put after each line feed of a special value's text inside containers. */
export function dedent(text: string, { indent, dialect }: Place): string {
  if (indent === 0 || !text.includes('\n') || !indentsOwnText(dialect)) return text;
  const indentation = '  '.repeat(indent);
  const [first = '', ...lines] = text.split('\n');
  return lines.every((line) => line.startsWith(indentation))
    ? [first, ...lines.map((line) => line.slice(indentation.length))].join('\n')
    : text;
}
