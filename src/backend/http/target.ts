/** Where a request goes: the decoded path and the raw query string (without `?`; empty: none). */
export interface Target {
  readonly path: string;
  readonly query: string;
}

const ROOT: Target = { path: '/', query: '' };

/**
 * Reads a request target; `undefined`: a bad one, which the channel itself refuses. An absolute URL counts as its path
 * (spec 1.1), the empty path as `/`, and a path that begins with two slashes or holds a broken escape is bad (spec 1.2).
 */
export function readTarget(text: string): Target | undefined {
  if (text === '/') return ROOT;
  const local = text.startsWith('/') ? text : text.replace(ORIGIN, '');
  if (local.startsWith('//') || BROKEN_ESCAPE.test(local)) return undefined;
  const hash = local.indexOf('#');
  const whole = hash < 0 ? local : local.slice(0, hash);
  const mark = whole.indexOf('?');
  const path = mark < 0 ? whole : whole.slice(0, mark);
  return { path: path === '' ? '/' : unescape(path), query: mark < 0 ? '' : whole.slice(mark + 1) };
}

/** The parameters of a query string. Of two with one name the last wins; `+` is a blank (spec 1.2). */
export function readParameters(query: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const part of query.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const value = equals < 0 ? '' : part.slice(equals + 1);
    parameters.set(unescape(name.replaceAll('+', ' ')), unescape(value.replaceAll('+', ' ')));
  }
  return parameters;
}

const ORIGIN = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*/;
const BROKEN_ESCAPE = /%(?![0-9A-Fa-f]{2})/;

function unescape(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // Escapes that are not UTF-8: as in Java, each bad byte becomes U+FFFD.
    const bytes = text.replaceAll(/%([0-9A-Fa-f]{2})|[^%]+/g, (run, hex: string | undefined) =>
      hex === undefined
        ? Buffer.from(run).toString('latin1')
        : String.fromCodePoint(Number.parseInt(hex, 16)),
    );
    return Buffer.from(bytes, 'latin1').toString('utf8');
  }
}
