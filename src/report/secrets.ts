import { secretsIn } from '../expect/find-secrets.ts';

/**
 * Finds secrets of the database in a text: base64url of 30 or 38 bytes that begin 7e70 or 7e71 (keys and tokens, formats.md
 * 16.1), wherever they stand, one level of Base64 included.
 */
export function findSecrets(text: string): string[] {
  const plain = secretsIn(text).map((found) => found.text);
  // Raw prints are kept in Base64; a secret hides in there as well as in plain sight.
  const wrapped = [...text.matchAll(/[A-Za-z\d+/]{56,}={0,2}/g)].flatMap(([found]) => {
    const inner = Buffer.from(found, 'base64').toString('latin1');
    return secretsIn(inner).map((hidden) => hidden.text);
  });
  return [...plain, ...wrapped];
}

/** Replaces secrets in text that nobody pseudonymised: what a shim wrote on standard error. */
export function redactSecrets(text: string): string {
  return findSecrets(text).reduce((redacted, secret) => redacted.replaceAll(secret, '‹secret›'), text);
}
