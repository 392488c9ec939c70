/** What a UTF-16 unit may be part of. */
export const WORD = 1;
/** An unescaped name such as the database admits, and a few more: `readName` of the careful reader takes it, too. */
export const NAME = 2;
/** A string in single quotes that needs no look at how Node.js would write it. */
export const PLAIN = 4;
/** The text between the quotes of a time or a date. */
export const VERBATIM = 8;
/** A number. */
export const NUMERIC = 16;
export const DIGIT = 32;

export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const DOUBLE_QUOTE = 0x22;
export const QUOTE = 0x27;
export const OPEN_CALL = 0x28;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const ZERO = 0x30;
export const NINE = 0x39;
export const COLON = 0x3a;
export const AT = 0x40;
export const OPEN_ARRAY = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_ARRAY = 0x5d;
export const BACKTICK = 0x60;
export const SMALL_E = 0x65;
export const SMALL_F = 0x66;
export const SMALL_N = 0x6e;
export const SMALL_T = 0x74;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;

const UNITS = 0x1_0000;
/** Some of the units below are white space, or written as escapes. */
const FIRST_PLAIN = 0xa0;
const SURROGATES = 0xd800;
const SURROGATES_END = 0xe000;

const KINDS: Uint8Array = kinds();

/** Where a run of such units ends that begins at `from`. */
export function endOfRun(text: string, from: number, kind: number): number {
  let at = from;
  while (((KINDS[text.charCodeAt(at)] ?? 0) & kind) !== 0) at += 1;
  return at;
}

/** Whether such a unit stands at a place. */
export function stands(text: string, at: number, kind: number): boolean {
  return ((KINDS[text.charCodeAt(at)] ?? 0) & kind) !== 0;
}

function kinds(): Uint8Array {
  const table = new Uint8Array(UNITS);
  for (let unit = SPACE; unit < 0x7f; unit += 1) table[unit] = kindOfAscii(String.fromCharCode(unit));
  table.fill(PLAIN, FIRST_PLAIN, SURROGATES);
  table.fill(PLAIN, SURROGATES_END);
  return table;
}

function kindOfAscii(character: string): number {
  return (
    (/\w/.test(character) ? WORD : 0) |
    (/[^ "'`()[\]{},=]/.test(character) ? NAME : 0) |
    (/[^'\\]/.test(character) ? PLAIN : 0) |
    (/[^"']/.test(character) ? VERBATIM : 0) |
    (/[\d.e+-]/.test(character) ? NUMERIC : 0) |
    (/\d/.test(character) ? DIGIT : 0)
  );
}
