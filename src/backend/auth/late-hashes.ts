import type { Passwords } from '../store/passwords.ts';
import type { RandomBytes } from './secrets.ts';

const PREFIX = '$late$';
const NAME_BYTES = 18;

/**
 * Hashes that nobody has asked for yet. A login costs one bcrypt, that of the password, because the hash of the new token's
 * secret is made only when somebody reads the token document. Until then the document holds a name that cannot be guessed,
 * under which the hashed text is kept here.
 */
export class LateHashes {
  readonly #passwords: Passwords;
  readonly #random: RandomBytes;
  readonly #entries = new Map<string, { readonly text: string } | { readonly hash: string }>();

  constructor(passwords: Passwords, random: RandomBytes) {
    this.#passwords = passwords;
    this.#random = random;
  }

  /** Gives a text's hash a name; `forget` takes it back. */
  add(text: string): string {
    const name = `${PREFIX}${Buffer.from(this.#random(NAME_BYTES)).toString('base64url')}`;
    this.#entries.set(name, { text });
    return name;
  }

  forget(name: string): void {
    this.#entries.delete(name);
  }

  /** True for the name of a hash; a text that merely looks like one is none. */
  has(name: string): boolean {
    return name.startsWith(PREFIX) && this.#entries.has(name);
  }

  /** The hash, if it was made; a text that is no name is the hash itself. */
  hashOf(name: string): string | undefined {
    const entry = name.startsWith(PREFIX) ? this.#entries.get(name) : undefined;
    if (entry === undefined) return name;
    return 'hash' in entry ? entry.hash : undefined;
  }

  /** Whether the hash would be one of that text; `undefined`: the hash was made, compare with it. */
  matches(text: string, name: string): boolean | undefined {
    const entry = this.#entries.get(name);
    return entry === undefined || 'hash' in entry ? undefined : entry.text === text;
  }

  /** Makes the hash and forgets the text. */
  async make(name: string): Promise<void> {
    const entry = this.#entries.get(name);
    if (entry === undefined || 'hash' in entry) return;
    const hash = await this.#passwords.hash(entry.text);
    this.#entries.set(name, { hash });
  }
}
