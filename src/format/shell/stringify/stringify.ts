import { UnprintableValue } from '../../format.ts';
import {
  BytesSpecial,
  DateSpecial,
  QuerySpecial,
  RefSpecial,
  SetSpecial,
  TextSpecial,
  TimeSpecial,
} from '../../js/decode/specials.ts';
import type { Dialect } from '../../js/dialect.ts';
import { coerced } from '../../js/print/special-text.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import { refText } from './ref.ts';
import { treeOf } from './read-tree.ts';
import { putIn, wordFor, type Written } from './put-in.ts';

/**
 * What the shell writes for something decoded (src/lib/stringify.js): JSON in which refs, times and dates are first words of
 * their own, for which their texts are put in afterwards. A user may have written such a word, and `$$`, `$&` and the like
 * in a text have a meaning when it is put in.
 * @throws UnprintableValue
 */
export function stringify(decoded: unknown, dialect: Dialect, indent = 2): Written {
  const replacements: string[] = [];
  const plain = printable(() =>
    plainOf(decoded, dialect, (text) => {
      replacements.push(text);
      return wordFor(replacements.length - 1);
    }),
  );
  const { text, isTrue } = putIn(JSON.stringify(plain, undefined, indent), replacements);
  return { text: wellFormed(text), isTrue };
}

/** An object of a user's in the place of a name may have a `toString` that is no function. */
function printable<T>(make: () => T): T {
  try {
    return make();
  } catch (cause) {
    if (cause instanceof TypeError) throw new UnprintableValue('print', `TypeError: ${cause.message}`);
    throw cause;
  }
}

/** The value as JSON has it, with a word for each text. */
function plainOf(decoded: unknown, dialect: Dialect, wordOf: (text: string) => string): unknown {
  const inside = (value: unknown): unknown => plainOf(value, dialect, wordOf);
  if (typeof decoded !== 'object' || decoded === null) return decoded;
  if (Array.isArray(decoded)) return decoded.map(inside);
  if (decoded instanceof RefSpecial) return wordOf(refText(decoded, dialect));
  if (decoded instanceof TimeSpecial) return wordOf(`Time("${decoded.value}")`);
  if (decoded instanceof DateSpecial) return wordOf(`Date("${coerced(decoded.value, dialect)}")`);
  if (decoded instanceof SetSpecial) return { '@set': inside(decoded.value) };
  if (decoded instanceof QuerySpecial) return { '@query': inside(decoded.value) };
  if (decoded instanceof BytesSpecial && decoded.value instanceof Uint8Array)
    return { '@bytes': Buffer.from(decoded.value).toString('base64') };
  if (decoded instanceof TextSpecial) {
    const tree = treeOf(decoded.value, dialect);
    return tree === undefined ? wordOf(decoded.value) : inside(tree);
  }
  return Object.fromEntries(Object.entries(decoded).map(([key, value]) => [key, inside(value)]));
}
