/**
 * Where the string that begins before `from` ends: the offset of its closing delimiter, which no backslash escapes;
 * `undefined`: there is none, or a line feed first.
 */
export function endOfString(text: string, from: number, delimiter: string): number | undefined {
  const close = delimiter.charCodeAt(0);
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === close) return at;
    if (unit === BACKSLASH) at += 1;
    if (unit === LINE_FEED) return undefined;
  }
  return undefined;
}

const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
