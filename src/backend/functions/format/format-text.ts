import { expected } from '../../eval/argument-errors.ts';
import { invalidArgument } from '../../eval/failure.ts';
import { isTagged, type Data } from '../../data/data.ts';
import { render } from '../../render/renderer.ts';
import { toText } from '../to-text.ts';
import { formatDouble, formatInteger } from './format-number.ts';
import { formatTime, isoText } from './format-time.ts';
import { type FormatPart, readFormat, type Specifier, takesValue } from './specifier.ts';
import type { ApiVersion } from '../../core.ts';
import type { Context } from '../../eval/context.ts';
import type { Position } from '../../data/position.ts';

/** `format`: Java's `Formatter` in English, with the core's own conversions `t` alone, `@` and `^` (spec 4.11). */
export function formatText(
  format: string,
  values: readonly Data[],
  position: Position,
  context: Context,
): string {
  const parts = readFormat(format, position.at('format'));
  let next = 0;
  const write = (part: FormatPart): string => {
    if (typeof part === 'string') return part;
    if (!takesValue(part)) return part.conversion === 'n' ? '\n' : padded('%', part);
    const index = part.index ?? next++;
    const value = values[index];
    if (value === undefined) {
      const what = part.index === undefined ? 'format specifiers count must be' : 'index must be >= 1 and';
      throw invalidArgument(position.at('format'), `${what} <= arguments size`);
    }
    return padded(convert(part, value, position, index, context), part);
  };
  return parts.map(write).join('');
}

function convert(
  specifier: Specifier,
  value: Data,
  position: Position,
  index: number,
  context: Context,
): string {
  const at = position.at('values').at(index);
  const upper = (text: string): string => (/[SBT]/.test(specifier.conversion) ? text.toUpperCase() : text);
  if (specifier.isTime || /[tT]/.test(specifier.conversion)) return time(specifier, value, position, at);
  switch (specifier.conversion) {
    case 'd':
    case 'o':
    case 'x':
    case 'X':
      if (typeof value !== 'bigint') throw expected(at, ['Integer'], value);
      return formatInteger(value, specifier) ?? refuse(specifier, position);
    case 's':
    case 'S':
      return cut(upper(toText(value, at)), specifier);
    case 'b':
    case 'B':
      return cut(upper(String(value !== null && value !== false)), specifier);
    case '@':
      return json(value, '2.1', context);
    case '^':
      return json(value, context.version, context);
    default:
      // The core calls what it wants here a Number, but takes doubles only.
      if (typeof value !== 'number') throw expected(at, ['Number'], value);
      return formatDouble(value, specifier) ?? refuse(specifier, position);
  }
}

function time(specifier: Specifier, value: Data, position: Position, at: Position): string {
  if (!isTagged(value) || (value.kind !== 'time' && value.kind !== 'date'))
    throw expected(at, ['Date', 'Time'], value);
  if (!specifier.isTime) return isoText(value);
  const text = formatTime(value, specifier.conversion);
  if (text !== undefined) return text;
  throw invalidArgument(position.at('format'), `Invalid date/time suffix '${specifier.conversion}'.`);
}

function json(value: Data, version: ApiVersion, { transaction, auth }: Context): string {
  return render(value, { scope: auth.scope, version, transaction });
}

function cut(text: string, { precision }: Specifier): string {
  return precision === undefined ? text : text.slice(0, precision);
}

function padded(text: string, { width, flags }: Specifier): string {
  return flags.includes('-') ? text.padEnd(width) : text.padStart(width);
}

function refuse({ text }: Specifier, position: Position): never {
  throw invalidArgument(position.at('format'), `Invalid conversion format '${text}'.`);
}
