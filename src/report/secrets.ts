/**
 * Finds secrets of the database in a text: base64url of 30 or 38 bytes that begin 7e70 or 7e71 (keys and tokens, formats.md
 * 16.1), wherever they stand, one level of Base64 included.
 */
export function findSecrets(text: string): string[] {
  const plain = [...text.matchAll(/fn[A-F][\w-]{37,}/g)].flatMap(([found]) => secretIn(found));
  // Raw prints are kept in Base64; a secret hides in there as well as in plain sight.
  const wrapped = [...text.matchAll(/[A-Za-z\d+/]{56,}={0,2}/g)].flatMap(([found]) => {
    const inner = Buffer.from(found, 'base64').toString('latin1');
    return [...inner.matchAll(/fn[A-F][\w-]{37,}/g)].flatMap(([hidden]) => secretIn(hidden));
  });
  return [...plain, ...wrapped];
}

/** Replaces secrets in text that nobody pseudonymised: what a shim wrote on standard error. */
export function redactSecrets(text: string): string {
  return findSecrets(text).reduce((redacted, secret) => redacted.replaceAll(secret, '‹secret›'), text);
}

const LENGTHS = [51, 40];

function secretIn(run: string): string[] {
  return LENGTHS.map((length) => run.slice(0, length)).filter((candidate) => {
    const bytes = Buffer.from(candidate, 'base64url');
    return (
      candidate.length === (bytes[1] === 0x71 ? 51 : 40) &&
      bytes[0] === 0x7e &&
      (bytes[1] === 0x70 || bytes[1] === 0x71)
    );
  });
}
