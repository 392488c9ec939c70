import type { TextReader } from '../../shared/text-reader.ts';
import { endOfString } from './scan-string.ts';

/** A string that Node.js printed, and how many of its UTF-16 units it left out at the end. */
export interface PrintedString {
  readonly value: string;
  readonly cut?: number;
}

/** A long string with line feeds is broken after each of them: `'…\n' +⏎ '…'`. */
const JOIN = /\s*\+\s*(?=['"`])/y;
const CUT = /\.\.\. (\d+) more characters?/y;
const ESCAPE = /\\(?:x([\dA-F]{2})|u([\da-f]{4})|([\s\S]))/g;
const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads a string in any of the three quotes of Node.js; `undefined` when no quote stands here. */
export function readString(reader: TextReader): PrintedString | undefined {
  let value = readPiece(reader);
  if (value === undefined) return undefined;
  if (mayGoOn(reader)) {
    while (reader.match(JOIN) !== undefined) value += readPiece(reader) ?? reader.fail('a string');
    const cut = reader.match(CUT)?.[1];
    if (cut !== undefined) return { value, cut: Number(cut) };
  }
  return { value };
}

/** Whether something follows that could belong to the string: most often it is a comma. */
function mayGoOn({ text, offset }: TextReader): boolean {
  return /[\s+.]/.test(text.charAt(offset));
}

function readPiece(reader: TextReader): string | undefined {
  const { text, offset: start } = reader;
  const delimiter = text.charAt(start);
  if (delimiter !== "'" && delimiter !== '"' && delimiter !== '`') return undefined;
  const end = endOfString(text, start + 1, delimiter) ?? reader.fail('a closing quote');
  reader.offset = end + 1;
  const inner = text.slice(start + 1, end);
  return inner.includes('\\') ? unescape(inner, reader, start) : inner;
}

function unescape(text: string, reader: TextReader, start: number): string {
  return text.replace(ESCAPE, (escape: string, hex?: string, unit?: string, character?: string) => {
    if (hex !== undefined || unit !== undefined)
      return String.fromCharCode(Number.parseInt(hex ?? unit ?? '', 16));
    if (character === "'" || character === '\\') return character;
    return (
      CONTROLS.get(character ?? '') ?? reader.fail(`an escape that Node.js writes, not ${escape}`, start)
    );
  });
}
