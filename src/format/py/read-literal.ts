import type { TextReader } from '../shared/text-reader.ts';

const STRING = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/y;
const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/g;
const SHORT: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads a string literal of Python; `undefined` when no quote stands here. */
export function readString(reader: TextReader): string | undefined {
  const start = reader.offset;
  const match = reader.match(STRING);
  if (match === undefined)
    return reader.sees("'") || reader.sees('"') ? reader.fail('a closing quote') : undefined;
  return unescape(match[1] ?? match[2] ?? '', reader, start);
}

/** Reads what stands in a bytes literal after its `b`. */
export function readBytes(reader: TextReader): Uint8Array {
  const start = reader.offset;
  const text = readString(reader) ?? reader.fail('a bytes literal');
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return codes.every((code) => code < 0x100) ? Uint8Array.from(codes) : reader.fail('bytes', start);
}

function unescape(text: string, reader: TextReader, start: number): string {
  return text.replaceAll(
    ESCAPE,
    (escape: string, byte?: string, unit?: string, point?: string, character?: string) => {
      const hex = byte ?? unit ?? point;
      const code = hex === undefined ? undefined : Number.parseInt(hex, 16);
      if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code);
      return SHORT.get(character ?? '') ?? reader.fail(`an escape that Python writes, not ${escape}`, start);
    },
  );
}
