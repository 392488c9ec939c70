import { Crash } from '../eval/crash.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
// eslint-disable-next-line no-control-regex -- all of Latin-1 is meant
const NOT_LATIN = /[^\u0000-\u00ff]/gu;
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(LETTERS, (letter, value) => [letter, value]));

/**
 * Reads Base64 in the standard or the URL-safe alphabet, padding optional. What is wrong with it comes as the internal error
 * of Java's decoder, which the database does not catch (spec 2.5, appendix A).
 */
export function decodeBase64(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  // The core reads the text as Latin-1, where every other character is a question mark.
  const letters = text.replaceAll(NOT_LATIN, '?').replaceAll('+', '-').replaceAll('/', '_');
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters.charAt(at);
    if (letter === '=') {
      finish(letters, at, count % 4);
      break;
    }
    const value = VALUES.get(letter);
    if (value === undefined) throw crash(`Illegal base64 character ${letter.charCodeAt(0).toString(16)}`);
    bits = ((bits << 6) | value) & 0xff_ffff;
    count += 1;
    if (count % 4 === 0) bytes.push(bits >> 16, (bits >> 8) & 0xff, bits & 0xff);
  }
  if (count % 4 === 1) throw crash('Last unit does not have enough valid bits');
  if (count % 4 === 2) bytes.push((bits >> 4) & 0xff);
  if (count % 4 === 3) bytes.push((bits >> 10) & 0xff, (bits >> 2) & 0xff);
  return Uint8Array.from(bytes);
}

/** Checks the padding from `at` on, after `inUnit` letters of an unfinished group of four. */
function finish(letters: string, at: number, inUnit: number): void {
  const isDouble = inUnit === 2 && letters.charAt(at + 1) === '=';
  if (inUnit === 0 || inUnit === 1 || (inUnit === 2 && !isDouble))
    throw crash('Input byte array has wrong 4-byte ending unit');
  const end = at + (inUnit === 2 ? 2 : 1);
  if (end < letters.length) throw crash(`Input byte array has incorrect ending byte at ${String(end)}`);
}

function crash(message: string): Crash {
  return new Crash(`java.lang.IllegalArgumentException: ${message}`);
}
