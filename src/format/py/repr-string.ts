/**
 * Python's `repr` of a string. What Python does not call printable is escaped by the Unicode tables of the Node.js that
 * runs this; a Python with older tables (3.11: Unicode 14) escapes some newer characters besides.
 */
export function reprString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inside = text.replaceAll(SPECIAL, (character) => escape(character, quote));
  return quote + inside + quote;
}

/** The same of Python 2.7, for text that came from JSON: in ASCII, with a prefix. */
export function reprString2(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return `u${quote}${text.replaceAll(SPECIAL_2, (character) => escape(character, quote))}${quote}`;
}

const SPECIAL_2 = /['"\\]|[^ -~]/gu;

/** Quotes, backslashes, and the categories that `str.isprintable` refuses: Other, and Separator but for the space. */
const SPECIAL = /['"\\]|\p{C}|(?! )\p{Z}/gu;
const SHORT: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

function escape(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  if (character === "'" || character === '"') return character;
  const short = SHORT.get(character);
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
