/** Python's `repr` of a bytes literal: `b'\x01a'`. */
export function reprBytes(bytes: Uint8Array): string {
  const hasDouble = bytes.includes(0x22);
  const quote = bytes.includes(0x27) && !hasDouble ? '"' : "'";
  return `b${quote}${Array.from(bytes, (byte) => escape(byte, quote)).join('')}${quote}`;
}

const SHORT: ReadonlyMap<number, string> = new Map([
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x5c, '\\\\'],
]);

function escape(byte: number, quote: string): string {
  const short = SHORT.get(byte);
  if (short !== undefined) return short;
  const character = String.fromCharCode(byte);
  if (character === quote) return `\\${quote}`;
  return byte >= 0x20 && byte < 0x7f ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
}
