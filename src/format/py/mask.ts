/**
 * A print with the characters that some Pythons escape and others do not, by the age of their Unicode tables, written as
 * themselves: `'\u0378'` is `'͸'`. What Python escapes in Latin-1 has been settled for long and stays as it is.
 */
export function mask(text: string): string {
  return text.replaceAll(ESCAPE, (escape: string, unit?: string, point?: string) => {
    const code = Number.parseInt(unit ?? point ?? '', 16);
    const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : escape;
  });
}

/** The same for Python 2, without the `L` of integers that a C `long` of the platform does not hold. */
export function mask2(text: string): string {
  return mask(text).replaceAll(/(?<=[\s[(]-?\d{1,19})L(?=[,\]})])/g, '');
}

/** An escaped backslash is stepped over, so that what follows it is no escape. */
const ESCAPE = /\\\\|\\u([\da-f]{4})|\\U([\da-f]{8})/g;
