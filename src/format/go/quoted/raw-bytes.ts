import { build, type UnsaidValue } from '../../../value/index.ts';

/**
 * Bytes print raw in v2.12.1 and v3.0.0, so that a print need not be UTF-8. As text, a byte that is no part of UTF-8 is the
 * lone surrogate U+DC00 + byte (as Python's `surrogateescape` has it): no other text of a print has one, so nothing is lost.
 * In a text that was decoded otherwise it has become U+FFFD, and which byte it was is not known any more.
 */
const LOST_AS = 'bytes beyond ASCII lost in ';
const ESCAPE = 0xdc00;
const LOST = 0xfffd;
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Output of a driver as text, byte for byte. */
export function textOfOutput(output: Uint8Array): string {
  let text = '';
  for (let at = 0; at < output.length;) {
    const length = characterLength(output, at);
    text += length === 0 ? rawByte(output[at] ?? 0) : DECODER.decode(output.subarray(at, at + length));
    at += Math.max(length, 1);
  }
  return text;
}

/** A byte as one character of a print. */
export function rawByte(byte: number): string {
  return String.fromCharCode(byte < 0x80 ? byte : ESCAPE + byte);
}

/** The byte of such a character; `lost` for U+FFFD, `undefined` for any other. */
export function byteOfCharacter(code: number): number | 'lost' | undefined {
  if (code < 0x80) return code;
  if (code >= ESCAPE + 0x80 && code <= ESCAPE + 0xff) return code - ESCAPE;
  return code === LOST ? 'lost' : undefined;
}

/** Bytes of which a text has lost some; it says how they were printed. */
export function lostBytes(printed: string): UnsaidValue {
  return build.unsaid(`${LOST_AS}${printed}`);
}

/** How such bytes were printed. */
export function lostText({ why }: UnsaidValue): string | undefined {
  return why.startsWith(LOST_AS) ? why.slice(LOST_AS.length) : undefined;
}

/** The length of the character of UTF-8 that begins here; 0: there is none. */
function characterLength(output: Uint8Array, at: number): number {
  const first = output[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > output.length) return 0;
  try {
    DECODER.decode(output.subarray(at, at + length));
    return length;
  } catch {
    return 0;
  }
}
