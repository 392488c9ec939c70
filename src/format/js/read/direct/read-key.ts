import type { Entry } from '../../../../value/index.ts';
import type { TextReader } from '../../../shared/text-reader.ts';
import { keyText } from '../../layout/key.ts';
import type { Profile } from '../../layout/profile.ts';
import { isArrayIndex } from '../../project/as-object.ts';
import { readString } from '../read-string.ts';
import { endOfRun, NINE, WORD, ZERO } from './characters.ts';
import { isWellFormed } from './read-text.ts';

/** A key, and how it is written. */
export interface Key {
  readonly spelling: string;
  readonly key: string;
  /** Whether JavaScript puts it before all other keys. */
  readonly isIndex: boolean;
}

/** Keys that make the driver's decoder take their object for something else (`revive`). */
const TAGS: ReadonlySet<string> = new Set(['@ref', '@obj', '@set', '@ts', '@date', '@bytes', '@query']);

/** Reads a key that is spelled as Node.js spells it, and that the driver takes for no tag. */
export function readKey(reader: TextReader, profile: Profile): Key {
  const { text, offset: start } = reader;
  const unit = text.charCodeAt(start);
  const end = unit >= ZERO && unit <= NINE ? start : endOfRun(text, start, WORD);
  if (end === start) return quotedKey(reader, profile);
  reader.offset = end;
  const key = text.slice(start, end);
  return key === '__proto__' ? reader.fail('another key', start) : { spelling: key, key, isIndex: false };
}

function quotedKey(reader: TextReader, profile: Profile): Key {
  const { text, offset: start } = reader;
  const key = readString(reader)?.value ?? reader.fail('a key');
  const spelling = text.slice(start, reader.offset);
  // Node.js 4 and 6 print several keys alike that hold backslashes.
  if (
    spelling.includes('\\') ||
    TAGS.has(key) ||
    keyText(key, profile) !== spelling ||
    !isWellFormed(spelling)
  )
    return reader.fail('the key as Node.js prints it', start);
  return { spelling, key, isIndex: isArrayIndex(key) };
}

/** Whether an object with these entries has them in this order, each key once. */
export function isInOrder(entries: readonly Entry[]): boolean {
  const keys = Object.keys(Object.fromEntries(entries));
  return keys.length === entries.length && keys.every((key, index) => key === entries[index]?.[0]);
}
