/** How `String.debugDescription` quotes keys (`UnicodeScalar.escaped(asASCII: false)` of the standard library). */

const NAMED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A quoted string, as a pattern: what stands between the quotes is escaped. */
export const QUOTED = String.raw`"(?:[^"\\]|\\[\s\S])*"`;

export function quote(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is escaped
  return `"${text.replace(/[\\'"\0-\x1f\x7f]/g, (character) => NAMED[character] ?? hex(character))}"`;
}

/** Whether a text stands between its quotes as it is. */
export function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || unit === 0x22 || unit === 0x27 || unit === 0x5c || unit === 0x7f) return false;
  }
  return true;
}

/** The text of a quoted string; `undefined` when Swift would quote it otherwise. */
export function unquote(quoted: string): string | undefined {
  const text = quoted
    .slice(1, -1)
    .replace(
      /\\(?:u\{([\dA-F]{2})\}|([\s\S]))/g,
      (whole, code: string | undefined, name: string | undefined) => {
        if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
        return Object.keys(NAMED).find((key) => NAMED[key] === `\\${name}`) ?? whole;
      },
    );
  return quote(text) === quoted ? text : undefined;
}

function hex(character: string): string {
  return `\\u{${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}}`;
}
