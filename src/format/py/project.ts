import { build, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { likeliest } from '../shared/options.ts';
import { decode } from './decode.ts';
import { print } from './print.ts';
import { rawText } from './raw-text.ts';
import { rounded } from './rounded.ts';
import type { Traits } from './traits.ts';

/** What is left of a value once the driver has decoded and printed it: nearly all of it, or nothing where that raises. */
export function project(value: Value, traits: Traits): Value {
  if (value.kind === 'unsaid') return value;
  try {
    const text = print(value, traits);
    const decoded = decode(value, traits);
    if (isRaw(decoded, traits)) return rawText(text, traits);
    return decoded.kind === 'double' ? rounded(decoded.value, traits) : decoded;
  } catch (cause) {
    if (cause instanceof UnprintableValue) return build.unsaid(`not printed: ${cause.message}`);
    throw cause;
  }
}

/** Whether a value stands at the top of a print as it is: see `rawText`. */
function isRaw(decoded: Value, { isPython2, unknownTags }: Traits): boolean {
  const { kind } = likeliest(decoded);
  return kind === 'string' || (kind === 'bytes' && isPython2 && !unknownTags.has('@bytes'));
}
