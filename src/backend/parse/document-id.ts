const INTEGER = /^[+-]?\d+$/;
const DIGITS = /^\d*$/;
const LARGEST = 2n ** 63n - 1n;

/** Reads a document's id: a 64-bit integer, or the text of the error that says why it is none. */
export function documentId(text: string): bigint | string {
  if (INTEGER.test(text)) {
    const id = BigInt(text.startsWith('+') ? text.slice(1) : text);
    if (id <= LARGEST && id >= -LARGEST - 1n) return id;
  }
  if (DIGITS.test(text)) return `The id provided is too large: '${text}'`;
  return `Number or numeric String expected, non-numeric '${text}' provided.`;
}
