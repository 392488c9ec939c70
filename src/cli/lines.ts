import { createReadStream } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** Longer lines come in pieces: what holds a line must not hold a file of gigabytes that has none. */
const MOST_CHARACTERS = 64_000_000;

/** A file or standard input, as people name it. */
export interface Source {
  /** `-` for standard input. */
  readonly name: string;
  readonly lines: AsyncIterable<string>;
}

/** The sources that the arguments name; standard input when there are none. */
export function sourcesOf(names: readonly string[]): readonly Source[] {
  return (names.length === 0 ? ['-'] : names).map((name) => ({
    name,
    lines: linesOf(name === '-' ? process.stdin : createReadStream(name), name),
  }));
}

/**
 * The lines of UTF-8 text, without their line feeds; what is no UTF-8 stands as U+FFFD. A last line without a line feed is one.
 * @throws UsageError when it cannot be read.
 */
async function* linesOf(chunks: AsyncIterable<unknown>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  // The pieces of a line whose end is not there: joined once, however many they are.
  let pieces: string[] = [];
  let length = 0;
  const joined = (last: string): string => {
    const line = pieces.length === 0 ? last : pieces.join('') + last;
    pieces = [];
    length = 0;
    return line;
  };
  try {
    for await (const chunk of chunks) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('The stream is set to an encoding.');
      const text = decoder.decode(chunk, { stream: true });
      let start = 0;
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
        yield joined(text.slice(start, end));
        start = end + 1;
      }
      if (start === text.length) continue;
      pieces.push(text.slice(start));
      length += text.length - start;
      if (length > MOST_CHARACTERS) yield joined('');
    }
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new UsageError(
      `${name} cannot be read: ${cause.message}`,
      'Give files that are there, or - for standard input.',
      { cause },
    );
  }
  const last = joined(decoder.decode());
  if (last !== '') yield last;
}

function isSystemError(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && 'code' in cause && 'syscall' in cause;
}
