import { NoSuchChoice, type Choose } from '../../shared/explore.ts';
import { readName, type Names } from '../../shared/read-names.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import { endOfString } from './scan-string.ts';

/** Backslashes before a quote, or before what is also the escape of a control character. */
const AMBIGUOUS = /(\\*)\\(?:'|([bfnrt]|u00[01][\da-f]))/g;
/** The quote that ends a key, or one inside of it that looks so. */
const END = /'\s*:/g;

/**
 * Reads a key in quotes that Node.js 4 or 6 printed (`unescapedKey` of layout/key.ts): of its own backslashes none is
 * escaped, but control characters are, and `'` is. So `'\n'` is a line feed, or a backslash and an n; and `'\'` ends after
 * its backslash, or goes on. What is likelier comes first.
 */
export function readUnescapedKey(reader: TextReader, names: Names): string {
  const choose = names.chooseText ?? names.choose;
  reader.expect("'");
  const printed = readName(
    reader,
    choose === undefined ? {} : { choose },
    (from) => (choose === undefined ? endOfString(reader.text, from, "'") : nextEnd(reader.text, from)),
    /^/,
  );
  reader.offset += 1;
  return printed.replaceAll(AMBIGUOUS, (escape: string, before: string, control?: string) => {
    if (control === undefined) return `${before}'`;
    return isEscape(choose) ? `${before}${JSON.parse(`"\\${control}"`)}` : escape;
  });
}

/** Up to the first quote without a backslash before it: that one cannot be a part of the key. */
function nextEnd(text: string, from: number): number | undefined {
  END.lastIndex = from;
  const at = END.exec(text)?.index;
  if (at === undefined) return undefined;
  const sure = /(?<!\\)'/g;
  sure.lastIndex = from;
  const last = sure.exec(text)?.index;
  return last !== undefined && last < at ? undefined : at;
}

function isEscape(choose: Choose | undefined): boolean {
  const choice = choose?.() ?? 0;
  if (choice > 1) throw new NoSuchChoice();
  return choice === 0;
}
