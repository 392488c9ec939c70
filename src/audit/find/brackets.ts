const OPENING = '([{';
const CLOSING = ')]}';

/** How many brackets a text leaves open, whatever its quotes: prose has apostrophes, and not every driver quotes. */
export function openBrackets(text: string, before = 0): number {
  let depth = before;
  for (const character of text)
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
  return depth;
}

/** Whether a text is one thing in brackets: what it opens first is closed at its very end, or never. */
export function isOneThing(text: string): boolean {
  return endOfFirst(text, false) >= text.length || endOfFirst(text, true) >= text.length;
}

/** The offset after the bracket that closes what the text opens first; infinite when nothing does. */
function endOfFirst(text: string, heedsQuotes: boolean): number {
  let depth = 0;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== undefined) {
      if (character === '\\') at += 1;
      else if (character === quote) quote = undefined;
    } else if (heedsQuotes && (character === '"' || character === "'")) quote = character;
    else if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return Number.POSITIVE_INFINITY;
}

/** Where brackets stand outside strings in `"` and `'`, read line by line. */
export class QuotedBrackets {
  #depth = 0;
  #quote: string | undefined;

  /** Reads one more line; whether everything is closed at its end. */
  closesWith(line: string): boolean {
    for (let at = 0; at < line.length; at += 1) {
      const character = line.charAt(at);
      if (this.#quote !== undefined) {
        if (character === '\\') at += 1;
        else if (character === this.#quote) this.#quote = undefined;
      } else if (character === '"' || character === "'") this.#quote = character;
      else if (OPENING.includes(character)) this.#depth += 1;
      else if (CLOSING.includes(character)) this.#depth -= 1;
    }
    return this.#depth <= 0 && this.#quote === undefined;
  }
}
