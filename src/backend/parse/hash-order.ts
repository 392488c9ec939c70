const BITS = 5;
const MASK = (1 << BITS) - 1;
const ALL_BITS = 32;

/**
 * Puts names into the order in which the core's hash maps (Scala 2.13's immutable `HashMap`) give them: it is seen on the
 * wire wherever the core walks such a map, so a compatible answer needs it.
 */
export function hashOrder(names: readonly string[]): readonly string[] {
  return names.length < 2
    ? names
    : ordered(
        names.map((name) => [hashOf(name), name] as const),
        0,
      );
}

type Hashed = readonly [hash: number, name: string];

/** A node of the trie: first the keys that are alone in their slot, then the slots that hold several, each in turn. */
function ordered(entries: readonly Hashed[], shift: number): readonly string[] {
  if (shift >= ALL_BITS) return entries.map(([, name]) => name);
  const slots = new Map<number, Hashed[]>();
  for (const entry of entries) {
    const slot = (entry[0] >>> shift) & MASK;
    slots.set(slot, [...(slots.get(slot) ?? []), entry]);
  }
  const sorted = [...slots].sort(([a], [b]) => a - b).map(([, slot]) => slot);
  return [
    ...sorted.filter((slot) => slot.length === 1).flatMap((slot) => slot.map(([, name]) => name)),
    ...sorted.filter((slot) => slot.length > 1).flatMap((slot) => ordered(slot, shift + BITS)),
  ];
}

/** Java's hash of a string, spread as Scala's `Hashing.improve` does. */
function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1)
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  hash = (hash + ~(hash << 9)) | 0;
  hash ^= hash >>> 14;
  hash = (hash + (hash << 4)) | 0;
  return hash ^ (hash >>> 10);
}
