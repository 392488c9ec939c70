/** Follows the brackets of a text over lines, to find where what begins with one of them ends. */

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** Deeper than any format prints, and than any reader follows. */
const MOST_DEPTH = 10_000;

export type Followed = { readonly at: 'end'; readonly offset: number } | { readonly at: 'open' | 'broken' };

export class Brackets {
  readonly #heedsQuotes: boolean;
  readonly #open: string[] = [];
  #quote = '';

  /** `heedsQuotes`: brackets in quoted strings do not count. Some formats quote nothing, and have apostrophes. */
  constructor(heedsQuotes: boolean) {
    this.#heedsQuotes = heedsQuotes;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** Inside of a string in double quotes, which in some formats goes on over lines. */
  get inString(): boolean {
    return this.#quote === '"';
  }

  /**
   * Reads a line on from `from`: to behind the bracket that closes the first one, or to its end. `broken`: a bracket that
   * closes another one.
   */
  follow(line: string, from: number): Followed {
    // Other strings than those in double quotes end with their line.
    if (this.#quote !== '"') this.#quote = '';
    for (let at = from; at < line.length; at += 1) {
      const character = line.charAt(at);
      if (this.#quote !== '') {
        if (character === '\\') at += 1;
        else if (character === this.#quote) this.#quote = '';
        continue;
      }
      if (this.#heedsQuotes && (character === '"' || character === "'" || character === '`')) {
        this.#quote = character;
        continue;
      }
      const closed = this.#take(character, line.charAt(at - 1));
      if (closed === 'broken' || this.#open.length > MOST_DEPTH) return { at: 'broken' };
      if (closed === 'closed' && this.#open.length === 0) return { at: 'end', offset: at + 1 };
    }
    return { at: 'open' };
  }

  #take(character: string, before: string): 'closed' | 'broken' | undefined {
    const closing = CLOSES[character];
    if (closing !== undefined) this.#open.push(closing);
    // Ruby's objects: `#<Fauna::Ref:0x0 @id="1">`.
    else if (character === '<' && before === '#') this.#open.push('>');
    else if (character === '>' && this.#open.at(-1) === '>') this.#open.pop();
    else if (character === ')' || character === ']' || character === '}')
      return this.#open.pop() === character ? 'closed' : 'broken';
    else return undefined;
    return character === '>' ? 'closed' : undefined;
  }
}
