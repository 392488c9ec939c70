import { secretsIn } from '../expect/find-secrets.ts';

/** A text that may be shown: secrets are replaced. */
export function withoutSecrets(text: string): string {
  return secretsIn(text).reduce((safe, { text: secret }) => safe.replaceAll(secret, '‹secret›'), text);
}
