import { isUtf8 } from 'node:buffer';

/** A text that no JSON reader takes: what a body that is not text stands for. */
const NOT_TEXT = '\u0000';

/**
 * The text of a request body. The database's JSON reader skips a byte-order mark, takes a surrogate that was encoded by
 * itself (three bytes, which is not UTF-8), and refuses every other byte sequence that is not UTF-8 (spec 1.7, PR-2).
 */
export function bodyText(body: Buffer): string {
  const start = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
  if (isUtf8(body)) return body.toString('utf8', start);
  return decodeWithSurrogates(start === 0 ? body : body.subarray(start)) ?? NOT_TEXT;
}

function decodeWithSurrogates(bytes: Buffer): string | undefined {
  let text = '';
  let from = 0;
  for (let at = 0; at + 2 < bytes.length; at++) {
    const [lead = 0, second = 0, third = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    if (lead !== 0xed || second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) continue;
    const between = bytes.subarray(from, at);
    if (!isUtf8(between)) return undefined;
    text += between.toString('utf8') + String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f));
    at += 2;
    from = at + 1;
  }
  const rest = bytes.subarray(from);
  return isUtf8(rest) ? text + rest.toString('utf8') : undefined;
}
