import type { Data } from '../data/data.ts';
import type { Entry } from '../data/obj.ts';

/** Up to this size the core's maps keep the order in which keys came; a larger one goes by their hashes from then on. */
const ORDERED_SIZE = 4;
const BITS = 5;
const ALL_BITS = 32;

/**
 * A map with the order of the core's own (Scala's immutable one: a tree of 32 branches by the hash of the key, bits from
 * below), which is seen on the wire. Found by the recordings of `merge`.
 */
export class ScalaMap {
  readonly #values = new Map<string, Data>();
  #isHashed = false;

  constructor(entries: readonly Entry[]) {
    for (const [key, value] of entries) this.set(key, value);
  }

  get(key: string): Data | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: Data): void {
    this.#values.set(key, value);
    if (this.#values.size > ORDERED_SIZE) this.#isHashed = true;
  }

  delete(key: string): void {
    this.#values.delete(key);
  }

  entries(): readonly Entry[] {
    const entries = [...this.#values];
    if (!this.#isHashed) return entries;
    return inTree(
      entries.map((entry) => ({ entry, hash: hashOf(entry[0]) })),
      0,
    );
  }
}

interface Hashed {
  readonly entry: Entry;
  readonly hash: number;
}

function inTree(entries: readonly Hashed[], shift: number): readonly Entry[] {
  if (entries.length < 2 || shift >= ALL_BITS) return entries.map(({ entry }) => entry);
  const branches = Array.from({ length: 1 << BITS }, (): Hashed[] => []);
  for (const hashed of entries) branches[(hashed.hash >>> shift) % branches.length]?.push(hashed);
  return branches.flatMap((branch) => inTree(branch, shift + BITS));
}

/** Java's `String.hashCode`, improved as Scala does. */
function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  hash = (hash + ~(hash << 9)) | 0;
  hash ^= hash >>> 14;
  hash = (hash + (hash << 4)) | 0;
  return hash ^ (hash >>> 10);
}
