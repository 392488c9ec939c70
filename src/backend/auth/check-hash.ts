import { Crash } from '../eval/crash.ts';
import { isHash } from '../store/passwords.ts';
import type { Secrets } from './secrets.ts';
import type { Tape } from '../query/tape.ts';

/**
 * Whether a stored hash was made of a text. Suspends the evaluation when that is not known yet. A hash that was not made yet
 * (see `late-hashes.ts`) is compared by its text. A text that is no hash, put there by hand, is an internal error of the
 * core (spec 3.2).
 */
export function checkHash(
  text: string,
  stored: string,
  { tape, secrets: { passwords, late } }: { readonly tape: Tape; readonly secrets: Secrets },
): boolean {
  const early = late.matches(text, stored);
  if (early !== undefined) return early;
  const hash = late.hashOf(stored) ?? stored;
  if (!isHash(hash)) throw new Crash('java.lang.IllegalArgumentException: Invalid salt version');
  return (
    passwords.known(text, hash) ??
    tape.decide(
      `${hash}\0${text}`,
      () => passwords.matches(text, hash),
      () => passwords.matchesAtOnce(text, hash),
    )
  );
}
