const NAMED: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001b',
  '"': '"',
  '\\': '\\',
  '#': '#',
};

const ESCAPE = /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|([\s\S]))/g;

/** The text of a quoted string or symbol; `undefined` for an escape that Ruby does not write. */
export function unquote(quoted: string): string | undefined {
  let isKnown = true;
  const text = quoted.slice(1, -1).replace(ESCAPE, (_whole, braced, four, two, one: string | undefined) => {
    const digits: unknown = braced ?? four ?? two;
    const code = typeof digits === 'string' ? parseInt(digits, 16) : undefined;
    const character = code === undefined ? NAMED[one ?? ''] : character16(code);
    if (character === undefined) isKnown = false;
    return character ?? '';
  });
  return isKnown ? text : undefined;
}

/** The bytes of a quoted string of bytes: no character beyond U+00FF. */
export function unquoteBytes(quoted: string): readonly number[] | undefined {
  const text = unquote(quoted);
  const bytes = text === undefined ? undefined : Array.from(text, (character) => character.charCodeAt(0));
  return bytes?.every((byte) => byte < 256) === true ? bytes : undefined;
}

function character16(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
