/**
 * Bytes of which only the first are printed, as `Uint8Array(150) [ 1, …, ... 50 more items ]`. A canonical value has no
 * such bytes: what is known of them stands in the words of what is not said.
 */
const WHY = /^(\d+) bytes, of which the first (\d+) are printed: ([\dA-F]*)$/;
/** More than an answer holds: nobody is made to build a larger array by a text. */
const MOST = 100_000_000;

export function whyCut(first: Uint8Array, length: number): string {
  const hexadecimal = Buffer.from(first).toString('hex').toUpperCase();
  return `${length} bytes, of which the first ${first.length} are printed: ${hexadecimal}`;
}

/** Bytes that print so; `undefined`: the words say something else. */
export function bytesOfWhy(why: string): Uint8Array | undefined {
  const [, length, , hexadecimal = ''] = WHY.exec(why) ?? [];
  if (length === undefined || Number(length) > MOST) return undefined;
  const bytes = new Uint8Array(Number(length));
  bytes.set(Buffer.from(hexadecimal, 'hex').subarray(0, bytes.length));
  return bytes;
}
