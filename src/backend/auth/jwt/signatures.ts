import { Crash } from '../../eval/crash.ts';
import { isSignedBy } from './is-signed-by.ts';
import type { Tape } from '../../query/tape.ts';
import type { Jwt } from './jwt.ts';
import type { KeySource } from './key-source.ts';

/** Good tokens that are remembered, so that a session's requests do not each cost a signature check. */
const MOST_REMEMBERED = 10_000;

/** Outcomes on the tape; anything else is the reason why there are no keys. */
const GOOD = 'good';
const FORGED = 'forged';

/** Checks signatures of JWTs against the keys of access providers. One per server. */
export class Signatures {
  readonly #keys: KeySource;
  readonly #good = new Set<string>();

  constructor(keys: KeySource) {
    this.#keys = keys;
  }

  /**
   * Whether the keys published at `jwksUri` signed the token. Suspends the evaluation until they are there; a failure to
   * get them is the server's (500), since the caller can do nothing about it.
   */
  isGood(jwt: Jwt, jwksUri: string, tape: Tape): boolean {
    const key = `jwt\0${jwksUri}\0${jwt.signed}\0${Buffer.from(jwt.signature).toString('base64url')}`;
    if (this.#good.has(key)) return true;
    // Who asks is found out first, so the tape has the outcome in every later run; it is never needed at once.
    const outcome = tape.produce(
      key,
      () => this.#check(jwt, jwksUri, key),
      () => FORGED,
    );
    if (outcome === GOOD || outcome === FORGED) return outcome === GOOD;
    throw new Crash(
      `The keys of the access provider could not be fetched from ${jwksUri}: ${outcome}. ` +
        'Let the server reach that address, or start the embedded backend with the keys (option `keys`).',
    );
  }

  /** `GOOD`, `FORGED`, or why there are no keys. */
  async #check(jwt: Jwt, jwksUri: string, key: string): Promise<string> {
    let keys: Awaited<ReturnType<KeySource>>;
    try {
      keys = await this.#keys(jwksUri);
    } catch (error) {
      return error instanceof Error ? reasonOf(error) : String(error);
    }
    if (!isSignedBy(jwt, keys)) return FORGED;
    this.#remember(key);
    return GOOD;
  }

  #remember(key: string): void {
    const [oldest] = this.#good;
    if (this.#good.size >= MOST_REMEMBERED && oldest !== undefined) this.#good.delete(oldest);
    this.#good.add(key);
  }
}

/** `fetch` says only that it failed; why is in the cause. */
function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}
