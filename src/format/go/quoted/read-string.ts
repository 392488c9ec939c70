import type { TextReader } from '../../shared/text-reader.ts';

const NAMED: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\',
};
const PLAIN = /[ !#-[\]-~]*/y;
/** Beyond ASCII, what is printed as it is; characters that Unicode had not assigned yet may be. */
const WIDE = /(?:[^\0-\x7f\p{C}\p{Z}]|\p{Cn})+/uy;
const ESCAPE = /\\(?:([abtnvfr"\\])|x([01][\da-f]|7f)|u([\da-f]{4})|U(00(?:0[1-9a-f]|10)[\da-f]{4}))/y;

/** Reads a string as `strconv.Quote` writes it. */
export function readString(reader: TextReader): string {
  const { text } = reader;
  reader.expect('"');
  let value = '';
  for (;;) {
    const start = reader.offset;
    PLAIN.lastIndex = start;
    PLAIN.test(text);
    const end = PLAIN.lastIndex;
    if (end > start) value += text.slice(start, end);
    reader.offset = end;
    const code = text.charCodeAt(end);
    if (code === 0x22) {
      reader.offset = end + 1;
      return value;
    }
    if (code === 0x5c) value += escape(reader);
    else value += reader.match(WIDE)?.[0] ?? reader.fail('a character as Go quotes it, or the closing quote');
  }
}

function escape(reader: TextReader): string {
  const start = reader.offset;
  const [, name, byte, four, eight] = reader.match(ESCAPE) ?? reader.fail('an escape as Go writes it');
  if (name !== undefined) return NAMED[name] ?? '';
  const code = parseInt(byte ?? four ?? eight ?? '0', 16);
  const character = String.fromCodePoint(code);
  const isNamed = byte !== undefined && code >= 0x07 && code <= 0x0d;
  // Go up to 1.18 writes U+007F so.
  const isAscii = four !== undefined && code < 0x7f;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isNamed || isAscii || isSurrogate ? reader.fail('the escape that Go writes', start) : character;
}
