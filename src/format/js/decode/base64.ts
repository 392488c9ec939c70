/**
 * Base64 as the driver's base64-js 1.5.1 reads it: what is no letter counts as `A`, everything ends at the first `=`, and four
 * of them after whole groups stand for two zero bytes. Where it throws, the text of what it throws.
 */
export function toByteArray(text: string): Uint8Array | string {
  if (text.length % 4 > 0) return 'Error: Invalid string. Length must be a multiple of 4';
  const [head = ''] = text.split('=', 1);
  const letters = head.replaceAll(/[^A-Za-z\d+/_-]/g, 'A');
  if (head.length === text.length || head.length % 4 > 0)
    return Uint8Array.from(Buffer.from(letters, 'base64'));
  if (head === '') return 'RangeError: Invalid typed array length: -1';
  return Uint8Array.from([...Buffer.from(letters.slice(0, -4), 'base64'), 0, 0]);
}
