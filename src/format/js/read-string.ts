import type { TextReader } from '../shared/text-reader.ts';

/** A string that Node.js printed, and how many of its UTF-16 units it left out at the end. */
export interface PrintedString {
  readonly value: string;
  readonly cut?: number;
}

const PIECE = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\\n]|\\.)*)`/y;
/** A long string with line feeds is broken after each of them: `'…\n' +⏎ '…'`. */
const JOIN = /\s*\+\s*(?=['"`])/y;
const CUT = /\.\.\. (\d+) more characters?/y;
const ESCAPE = /\\(?:x([\dA-F]{2})|u([\da-f]{4})|(.))/g;
const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads a string in any of the three quotes of Node.js; `undefined` when no quote stands here. */
export function readString(reader: TextReader): PrintedString | undefined {
  const first = readPiece(reader);
  if (first === undefined) return undefined;
  let value = first;
  while (reader.match(JOIN) !== undefined) value += readPiece(reader) ?? reader.fail('a string');
  const cut = reader.match(CUT)?.[1];
  return cut === undefined ? { value } : { value, cut: Number(cut) };
}

function readPiece(reader: TextReader): string | undefined {
  const start = reader.offset;
  const match = reader.match(PIECE);
  if (match === undefined) {
    if (/['"`]/.test(reader.text.charAt(start))) reader.fail('a closing quote');
    return undefined;
  }
  const [, single, double, backtick] = match;
  return (single ?? double ?? backtick ?? '').replace(
    ESCAPE,
    (escape: string, hex?: string, unit?: string, character?: string) => {
      if (hex !== undefined || unit !== undefined)
        return String.fromCharCode(Number.parseInt(hex ?? unit ?? '', 16));
      if (character !== undefined && /['\\]/.test(character)) return character;
      return (
        CONTROLS.get(character ?? '') ?? reader.fail(`an escape that Node.js writes, not ${escape}`, start)
      );
    },
  );
}
