import type { Entry } from '../../../../value/index.ts';
import { keyText } from '../../layout/key.ts';
import type { Profile } from '../../layout/profile.ts';
import { isArrayIndex } from '../../project/as-object.ts';
import { readString } from '../read-string.ts';
import { COLON, DIGIT, endOfRun, stands, WORD } from './characters.ts';
import { isWellFormed } from './read-text.ts';
import type { TokenReader } from './token-reader.ts';

/** A key, and how it is written. */
export interface Key {
  readonly spelling: string;
  readonly key: string;
  /** Whether JavaScript puts it before all other keys. */
  readonly isIndex: boolean;
}

/** Keys that make the driver's decoder take their object for something else (`revive`). */
export const TAGS: ReadonlySet<string> = new Set([
  '@ref',
  '@obj',
  '@set',
  '@ts',
  '@date',
  '@bytes',
  '@query',
]);

/**
 * Reads a key that is spelled as Node.js spells it, and that the driver takes for no tag, and its colon. `likely`: what it
 * probably is; then that very one is returned.
 */
export function readKey(reader: TokenReader, likely: Key | undefined, profile: Profile): Key {
  reader.next();
  if (likely !== undefined && takesKey(reader, likely)) return likely;
  const { text, offset: start } = reader;
  const end = stands(text, start, DIGIT) ? start : endOfRun(text, start, WORD);
  const key = end === start ? quotedKey(reader, profile) : bareKey(reader, end);
  reader.takesNext(COLON);
  return key;
}

function takesKey(reader: TokenReader, { spelling }: Key): boolean {
  const { text, offset } = reader;
  const end = offset + spelling.length;
  if (text.charCodeAt(end) !== COLON || !text.startsWith(spelling, offset)) return false;
  reader.offset = end + 1;
  return true;
}

function bareKey(reader: TokenReader, end: number): Key {
  const key = reader.text.slice(reader.offset, end);
  if (key === '__proto__') return reader.fail('another key');
  reader.offset = end;
  return { spelling: key, key, isIndex: false };
}

function quotedKey(reader: TokenReader, profile: Profile): Key {
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
