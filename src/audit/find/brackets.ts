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
