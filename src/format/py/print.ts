import type { Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { decode } from './decode.ts';
import { repr } from './repr.ts';

/**
 * What `print(value)` writes: `str`, which is raw for a string, ISO for a date, and `repr` for everything else.
 * @throws UnprintableValue
 */
export function print(value: Value): string {
  const decoded = decode(value);
  const text = str(decoded);
  const surrogates = LONE_SURROGATES.exec(text);
  if (surrogates !== null) throw new UnprintableValue('print', encodeError(text, surrogates));
  return text;
}

function str(value: Value): string {
  if (value.kind === 'string') return value.value;
  return value.kind === 'date' ? value.text : repr(value);
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
