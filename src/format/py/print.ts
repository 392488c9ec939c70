import type { Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { decode } from './decode.ts';
import { oddRef, pathText } from './path.ts';
import { repr } from './repr.ts';
import { strFloat } from './repr-float.ts';
import type { Traits } from './traits.ts';

/**
 * What `print(value)` writes: `str`, which is raw for a string, ISO for a date, and `repr` for nearly everything else.
 * @throws UnprintableValue
 */
export function print(value: Value, traits: Traits): string {
  try {
    const text = str(decode(value, traits), traits);
    const surrogates = traits.isPython2 ? null : LONE_SURROGATES.exec(text);
    if (surrogates !== null) throw new UnprintableValue('print', encodeError(text, surrogates));
    return text;
  } catch (cause) {
    // Python has such an end too, at a depth of about 1,000.
    if (cause instanceof RangeError) throw new UnprintableValue('decode', 'maximum recursion depth exceeded');
    throw cause;
  }
}

function str(value: Value, traits: Traits): string {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'date':
      return value.text;
    case 'oneOf':
      return value.options[0] === undefined ? '' : str(value.options[0], traits);
    case 'ref':
      return traits.refs === 'path' ? pathText(value) : repr(value, traits);
    case 'object':
      return (traits.refs === 'path' ? oddRef(value.entries) : undefined) ?? repr(value, traits);
    case 'long':
      return value.value.toString();
    case 'bytes':
      // Python 2 writes the bytes, whatever they are.
      return traits.isPython2 && !traits.unknownTags.has('@bytes')
        ? Buffer.from(value.value).toString('utf8')
        : repr(value, traits);
    case 'double':
      return traits.isPython2 ? strFloat(value.value) : repr(value, traits);
    default:
      return repr(value, traits);
  }
}

const LONE_SURROGATES = /\p{Cs}+/u;

/** The text of Python's UnicodeEncodeError; places count code points. */
function encodeError(text: string, { 0: surrogates, index }: RegExpExecArray): string {
  const from = Array.from(text.slice(0, index)).length;
  const problem = 'surrogates not allowed';
  return surrogates.length === 1
    ? `'utf-8' codec can't encode character '\\u${surrogates.charCodeAt(0).toString(16)}' in position ${from}: ${problem}`
    : `'utf-8' codec can't encode characters in position ${from}-${from + surrogates.length - 1}: ${problem}`;
}
