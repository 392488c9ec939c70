/** How Ruby's `inspect` quotes strings, byte strings and symbols (held against a run of Ruby 3.1.2). */

const NAMED: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\u001b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
};

/** Control characters but U+0085, line and paragraph separators, and what Unicode has not assigned. */
const UNPRINTABLE = /[\p{Cn}\p{Zl}\p{Zp}\p{Cs}]|(?!\u0085)\p{Cc}/u;
const NEEDS_ESCAPE = /["\\]|#(?=[{$@])|[\p{Cn}\p{Zl}\p{Zp}\p{Cs}]|(?!\u0085)\p{Cc}/gu;

/** A string of UTF-8: `"say \"hi\""`, `"nul\u0000x"`. */
export function inspectString(text: string): string {
  return `"${text.replace(NEEDS_ESCAPE, (character) => NAMED[character] ?? (character === '#' ? '\\#' : unicode(character)))}"`;
}

/** A string of bytes: `"\x01\xFF"`. */
export function inspectBytes(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `"${text.replace(/["\\]|#(?=[{$@])|[^ -~]/g, (character) => NAMED[character] ?? (character === '#' ? '\\#' : hex(character)))}"`;
}

const NAME = String.raw`[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*`;
const OPERATOR = String.raw`\[\]=?|\*\*|!=|!~|!|<=>|<=|<<|<|===|==|=~|>=|>>|>|[+-]@|[-+*/%~&|^${'`'}]`;
const GLOBAL = String.raw`\$(?:[~*$?!@/\\;,.=:<>"&${'`'}'+0_]|-[\w\u{80}-\u{10ffff}]|[1-9]\d*|${NAME})`;
/** Symbols that are written without quotes. */
export const PLAIN_SYMBOL = `(?:${NAME}[?!=]?|@@?${NAME}|${GLOBAL}|${OPERATOR})`;
const PLAIN = new RegExp(`^${PLAIN_SYMBOL}$`, 'u');

/** The key of a hash up to 3.3, `:a`, `:"a-b"`; a symbol of ASCII alone escapes as bytes do. */
export function inspectSymbol(text: string): string {
  return isPlain(text) ? `:${text}` : `:${quotedSymbol(text)}`;
}

/** The key of a hash from Ruby 3.4 on, `a:`, `"a-b":` (`symbol_key_needs_quote` in hash.c; derived). */
export function hashKey(text: string): string {
  const quoted = !isPlain(text) || /^[@$!]|[-+*/`%^&|\]<=>~@]$/.test(text);
  return `${quoted ? quotedSymbol(text) : text}: `;
}

function isPlain(text: string): boolean {
  return PLAIN.test(text) && !UNPRINTABLE.test(text);
}

function quotedSymbol(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? inspectBytes(Buffer.from(text)) : inspectString(text);
}

function unicode(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16).toUpperCase();
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
}

function hex(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
