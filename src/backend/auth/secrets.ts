import { createHash, randomBytes } from 'node:crypto';
import { LateHashes } from './late-hashes.ts';
import { fetchedKeys, type KeySource } from './jwt/key-source.ts';
import { Signatures } from './jwt/signatures.ts';
import { Passwords } from '../store/passwords.ts';
import { RANDOM_BYTES } from '../store/secret.ts';

/** The random part of a new secret, with its hash. */
export interface NewSecret {
  readonly random: Uint8Array;
  readonly hash: string;
}

/** How many new secrets are made ahead, so that a login does not wait for a hash. */
const AHEAD = 4;

/** Gives that many random bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** Makes new secrets and checks presented ones. One per server. */
export class Secrets {
  readonly passwords: Passwords;
  readonly late: LateHashes;
  readonly signatures: Signatures;
  readonly #random: RandomBytes;
  readonly #ready: Promise<NewSecret>[] = [];

  constructor(random: RandomBytes = randomBytes, keys: KeySource = fetchedKeys()) {
    this.#random = random;
    this.passwords = new Passwords(random);
    this.late = new LateHashes(this.passwords, random);
    this.signatures = new Signatures(keys);
  }

  /** Random bytes for anything else that must not be guessed. */
  bytes(length: number): Uint8Array {
    return this.#random(length);
  }

  /** A new secret's random part. Its hash does not depend on whose secret it becomes, so it is made ahead. */
  async next(): Promise<NewSecret> {
    while (this.#ready.length <= AHEAD) this.#ready.push(this.#make());
    return this.#ready.shift() ?? this.#make();
  }

  /** `next`, but holding everybody up. */
  nextAtOnce(): NewSecret {
    const random = this.#random(RANDOM_BYTES);
    return { random, hash: this.passwords.hashAtOnce(Buffer.from(random).toString('base64url')) };
  }

  #make(): Promise<NewSecret> {
    const random = this.#random(RANDOM_BYTES);
    const hashing = this.passwords.hash(Buffer.from(random).toString('base64url'));
    return hashing.then((hash) => ({ random, hash }));
  }
}

/** Random bytes that one seed repeats, for runs that must be repeatable. Not for secrets that keep anybody out. */
export function seededBytes(seed: string): RandomBytes {
  let counter = 0;
  return (length) => {
    const blocks: Buffer[] = [];
    for (let made = 0; made < length; made += 32)
      blocks.push(
        createHash('sha256')
          .update(`${seed}/${String(counter++)}`)
          .digest(),
      );
    return Uint8Array.from(Buffer.concat(blocks).subarray(0, length));
  };
}
