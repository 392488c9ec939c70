import { Crash } from '../eval/crash.ts';
import { isHash } from '../store/passwords.ts';
import type { Secrets } from './secrets.ts';
import type { Tape } from '../query/tape.ts';

/**
 * Whether a hash was made of a text. Suspends the evaluation when that is not known yet. A text that is no hash, put
 * there by hand, is an internal error of the core (spec 3.2).
 */
export function checkHash(
  text: string,
  hash: string,
  { tape, secrets: { passwords } }: { readonly tape: Tape; readonly secrets: Secrets },
): boolean {
  if (!isHash(hash)) throw new Crash('java.lang.IllegalArgumentException: Invalid salt version');
  return passwords.known(text, hash) ?? tape.decide(`${hash}\0${text}`, () => passwords.matches(text, hash));
}
