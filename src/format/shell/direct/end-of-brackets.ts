import { endOfString } from '../../js/read/scan-string.ts';

/**
 * Where the bracket is closed, all that it opens included, that stands at a place; `undefined`: none stands there, it is not
 * closed, or brackets nest deeper than `levels`. Brackets in strings count for nothing.
 */
export function endOfBrackets(text: string, start: number, levels: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') {
      const end = endOfString(text, at + 1, '"');
      if (end === undefined) return undefined;
      at = end;
    } else if (OPENING.has(character)) depth += 1;
    else if (CLOSING.has(character)) depth -= 1;
    if (depth > levels) return undefined;
    if (depth <= 0) return at === start ? undefined : at + 1;
  }
  return undefined;
}

const OPENING: ReadonlySet<string> = new Set('{[(');
const CLOSING: ReadonlySet<string> = new Set('}])');
