import { build, type Value } from '../../value/index.ts';
import type { Traits } from './traits.ts';

/**
 * What a text says that stands raw at the top of a print: a string. `str` of a bytearray is in Python 2 the bytes themselves,
 * so there it may be these too, decoded as UTF-8 by whoever captured them.
 */
export function rawText(text: string, { isPython2, unknownTags }: Traits): Value {
  const string = build.str(text);
  if (!isPython2 || unknownTags.has('@bytes')) return string;
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.toString('utf8') !== text) return string;
  const lost = text.includes('\ufffd') ? [build.unsaid('bytes that are no UTF-8')] : [];
  return build.oneOf([string, build.bytes(bytes), ...lost]);
}
