import { createHash, randomBytes } from 'node:crypto';
import bcrypt from 'bcrypt';

/** The cost that the core hashes with (spec 3.2). */
const COST = '05';
/** bcrypt looks at no more of a password. */
const SIGNIFICANT_BYTES = 72;
/** Answers that are remembered: far more than there are secrets in use in a test run. */
const REMEMBERED = 20_000;
const SALT_ALPHABET = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const SALT_CHARACTERS = 22;

/**
 * Makes and checks bcrypt hashes, off the event loop. Remembers what it found out, by a digest of the text and the hash
 * together, so that a secret that comes with every request is checked once; a changed hash is another question.
 */
export class Passwords {
  readonly #random: (length: number) => Uint8Array;
  readonly #answers = new Map<string, boolean>();

  /** `random` makes the salts; a test's own makes hashes repeatable. */
  constructor(random: (length: number) => Uint8Array = randomBytes) {
    this.#random = random;
  }

  /** Hashes a password or the hashed part of a secret. */
  async hash(text: string): Promise<string> {
    const hash = await bcrypt.hash(significant(text), this.#salt());
    this.#remember(digest(text, hash), true);
    return hash;
  }

  /** `hash`, but holding everybody up. */
  hashAtOnce(text: string): string {
    const hash = bcrypt.hashSync(significant(text), this.#salt());
    this.#remember(digest(text, hash), true);
    return hash;
  }

  /** `matches`, but holding everybody up. */
  matchesAtOnce(text: string, hash: string): boolean {
    const known = this.known(text, hash);
    if (known !== undefined) return known;
    const answer = bcrypt.compareSync(significant(text), hash);
    this.#remember(digest(text, hash), answer);
    return answer;
  }

  /** Whether the hash was made of the text. `hash` must satisfy `isHash`. */
  async matches(text: string, hash: string): Promise<boolean> {
    const known = this.known(text, hash);
    if (known !== undefined) return known;
    const answer = await bcrypt.compare(significant(text), hash);
    this.#remember(digest(text, hash), answer);
    return answer;
  }

  /** What `matches` would say, if it was found out before. */
  known(text: string, hash: string): boolean | undefined {
    return this.#answers.get(digest(text, hash));
  }

  #salt(): string {
    const characters = Array.from(this.#random(SALT_CHARACTERS), (byte) => SALT_ALPHABET[byte & 63]);
    // The last character carries two bits only; others than these would come back changed.
    return `$2a$${COST}$${characters.slice(0, -1).join('')}${'.Oeu'[(this.#random(1)[0] ?? 0) & 3] ?? '.'}`;
  }

  #remember(key: string, answer: boolean): void {
    this.#answers.set(key, answer);
    if (this.#answers.size <= REMEMBERED) return;
    for (const oldest of this.#answers.keys()) {
      this.#answers.delete(oldest);
      break;
    }
  }
}

/** False for a text that was put in place of a hash by hand: comparing with it is an error of the core (spec 3.2). */
export function isHash(text: string): boolean {
  return /^\$2[abxy]?\$/.test(text);
}

function significant(text: string): Buffer {
  // Cut here: the library's `$2a$` counts lengths in one byte, so 256 bytes would be as good as none.
  return Buffer.from(text, 'utf8').subarray(0, SIGNIFICANT_BYTES);
}

function digest(text: string, hash: string): string {
  return createHash('sha256').update(hash).update('\0').update(text).digest('base64');
}
