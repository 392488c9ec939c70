import type { TextReader } from '../shared/text-reader.ts';

/** What stands in quotes up to the first backslash, quote or line feed. */
const PLAIN = { "'": /[^'\\\n]*/y, '"': /[^"\\\n]*/y };
const ESCAPES = /(?:\\.)+/y;
const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/g;
const SHORT: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads a string literal of Python, `'…'` or `"…"`; `undefined` when no quote stands here. */
export function readString(reader: TextReader): string | undefined {
  const start = reader.offset;
  const quote = reader.text[start];
  if (quote !== "'" && quote !== '"') return undefined;
  reader.offset += 1;
  let isEscaped = false;
  for (;;) {
    reader.match(PLAIN[quote]);
    if (reader.takes(quote)) break;
    // Escapes are stepped over together, not one by one: a text may be full of them.
    if (reader.match(ESCAPES) === undefined) reader.fail('a closing quote');
    isEscaped = true;
  }
  const text = reader.text.slice(start + 1, reader.offset - 1);
  return isEscaped ? unescape(text, reader, start) : text;
}

/** Reads what stands in a bytes literal after its `b`. */
export function readBytes(reader: TextReader): Uint8Array {
  const start = reader.offset;
  const text = readString(reader) ?? reader.fail('a bytes literal');
  const codes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return /[^\0-\xff]/.test(text) ? reader.fail('bytes', start) : codes;
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
