/**
 * Whether two texts are the same for a reader that keeps no spelling of numbers and strings, and takes both alphabets of Base64,
 * padded or not, as drivers do.
 */
export function sameJson(left: string, right: string): boolean {
  try {
    return JSON.stringify(JSON.parse(evenBytes(left))) === JSON.stringify(JSON.parse(evenBytes(right)));
  } catch {
    return left === right;
  }
}

function evenBytes(text: string): string {
  return text.replaceAll(/"@bytes":"([^"]*)"/g, (_, base64: string) => {
    const even = base64.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
    return `"@bytes":"${even}"`;
  });
}
