import type { TextReader } from '../../shared/text-reader.ts';

const SPACE = /\s*/y;

/** Steps over white space. */
export function skipSpace(reader: TextReader): void {
  const unit = reader.text.charCodeAt(reader.offset);
  // White space, or something outside of ASCII that may be some.
  if (unit <= 0x20 || unit >= 0x80) reader.match(SPACE);
}
