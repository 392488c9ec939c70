import { invalidArgument } from '../../eval/failure.ts';
import type { Position } from '../../data/position.ts';

/** One `%…` of a format, or the text between two. */
export type FormatPart = string | Specifier;

export interface Specifier {
  /** As it is written, for messages. */
  readonly text: string;
  /** Which value it takes, from 0; absent: the next one. */
  readonly index: number | undefined;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  /** `t` and `T` stand in front of the letter that says which part of a time is meant. */
  readonly isTime: boolean;
  readonly conversion: string;
}

const SPECIFIER = /%(?:(\d+)\$)?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([tT])?([A-Za-z@^%])?/y;
const CONVERSIONS = 'doxXeEfgGsSbBtT@^%n';
/** Wider fields would take the memory of all. */
const WIDEST = 2 ** 20;

/** Cuts a format into its parts; what is no specifier of Java's, or of the core's own, is refused. */
export function readFormat(format: string, position: Position): FormatPart[] {
  const parts: FormatPart[] = [];
  let from = 0;
  for (let at = format.indexOf('%'); at >= 0; at = format.indexOf('%', from)) {
    if (at > from) parts.push(format.slice(from, at));
    SPECIFIER.lastIndex = at;
    const [text = '%', index, flags = '', width, precision, time, letter] = SPECIFIER.exec(format) ?? [];
    // Of a time, the letter says which part; without one the whole is meant.
    const conversion = letter ?? time ?? '';
    const known = conversion !== '' && (time !== undefined || CONVERSIONS.includes(conversion));
    if (!known || Number(width ?? 0) > WIDEST || Number(precision ?? 0) > WIDEST)
      throw invalidArgument(position, `Invalid conversion format '${text}'.`);
    const cut = time !== undefined && letter !== undefined && !/[A-Za-z]/.test(letter);
    parts.push({
      text,
      index: index === undefined ? undefined : Number(index) - 1,
      flags,
      width: Number(width ?? 0),
      precision: precision === undefined ? undefined : Number(precision),
      isTime: time !== undefined && letter !== undefined && !cut,
      conversion: cut ? (time ?? '') : conversion,
    });
    from = at + text.length - (cut ? 1 : 0);
  }
  if (from < format.length) parts.push(format.slice(from));
  return parts;
}

/** True for those that take a value. */
export function takesValue({ isTime, conversion }: Specifier): boolean {
  return isTime || (conversion !== '%' && conversion !== 'n');
}
