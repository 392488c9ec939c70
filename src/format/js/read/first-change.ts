/** Where two prints differ in more than white space; `undefined`: nowhere. */
export function firstChange(text: string, again: string): number | undefined {
  if (text === again) return undefined;
  let left = 0;
  let right = 0;
  for (;;) {
    while (isSpace(text, left)) left += 1;
    while (isSpace(again, right)) right += 1;
    if (left >= text.length && right >= again.length) return undefined;
    if (text.charCodeAt(left) !== again.charCodeAt(right)) return Math.min(left, text.length);
    left += 1;
    right += 1;
  }
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    unit === 0x20 ||
    unit === 0x0a ||
    (unit <= 0x0d && unit >= 0x09) ||
    (unit >= 0x80 && /\s/.test(text.charAt(at)))
  );
}
