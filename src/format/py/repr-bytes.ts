/** The literal in Python's `repr` of a bytearray: `b'\x01a'`. Unlike that of bytes it escapes `'` between `"` too. */
export function reprBytes(bytes: Uint8Array): string {
  const hasDouble = bytes.includes(0x22);
  const quote = bytes.includes(0x27) && !hasDouble ? '"' : "'";
  return `b${quote}${Array.from(bytes, escape).join('')}${quote}`;
}

const SHORT: ReadonlyMap<number, string> = new Map([
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x27, "\\'"],
  [0x5c, '\\\\'],
]);

function escape(byte: number): string {
  const short = SHORT.get(byte);
  if (short !== undefined) return short;
  const character = String.fromCharCode(byte);
  return byte >= 0x20 && byte < 0x7f ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
}
