import * as fc from 'fast-check';

const NASTY: readonly Uint8Array[] = [
  // Base64 groups 62 and 63, which the two alphabets write differently.
  Uint8Array.of(0xfb, 0xff),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff),
  // Quotes, a backslash and controls, which byte literals escape.
  Uint8Array.from(Buffer.from(`'"\\\n\t\0 a`)),
  Uint8Array.of(0x27),
];

/** Bytes of any length up to 70, the empty ones included. */
export function arbitraryBytes(): fc.Arbitrary<Uint8Array> {
  return fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc.constantFrom(...NASTY),
    fc.uint8Array({ maxLength: 70 }),
  );
}
