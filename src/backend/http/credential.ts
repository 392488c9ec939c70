/**
 * The secret, with its scope if it has one, that an `Authorization` header presents; `undefined`: none that counts,
 * which is what every malformed header amounts to (spec 1.3).
 */
export function credential(header: string): string | undefined {
  const text = header.trim();
  const blank = text.search(/\s/);
  if (blank < 0) return undefined;
  const rest = text.slice(blank).trimStart();
  switch (text.slice(0, blank)) {
    case 'Bearer':
      return rest;
    case 'Basic':
      return fromBasic(rest);
    default:
      return undefined;
  }
}

function fromBasic(rest: string): string | undefined {
  // Some drivers put the colon behind the encoded text instead of into it; the database lets that pass.
  const encoded = rest.endsWith(':') ? rest.slice(0, -1) : rest;
  if (!isBase64(encoded)) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8').trim();
  return text.endsWith(':') ? text.slice(0, -1) : text;
}

/** What `java.util.Base64`'s basic decoder accepts: the padding may be missing, but must be right if it is there. */
function isBase64(text: string): boolean {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  const padded = text.endsWith('=');
  return padded ? text.length % 4 === 0 : text.length % 4 !== 1;
}
