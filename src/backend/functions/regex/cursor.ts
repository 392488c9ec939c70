import { charactersOf } from '../text/code-points.ts';

/** Thrown for what Java refuses, and for the few things of Java's that cannot be said in JavaScript. */
export class BadPattern extends Error {
  override readonly name = 'BadPattern';
}

/** Walks over the characters of a pattern. */
export class Cursor {
  readonly #text: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    this.#text = charactersOf(pattern);
  }

  /** The character that comes, or the one so many behind it; `undefined` at the end. */
  peek(ahead = 0): string | undefined {
    return this.#text[this.#at + ahead];
  }

  /** Takes the character that comes. */
  next(): string {
    const character = this.#text[this.#at];
    if (character === undefined) throw new BadPattern('the pattern ends too early');
    this.#at++;
    return character;
  }

  /** Takes a text if it comes. */
  take(expected: string): boolean {
    for (let index = 0; index < expected.length; index++)
      if (this.#text[this.#at + index] !== expected[index]) return false;
    this.#at += expected.length;
    return true;
  }

  need(expected: string): void {
    if (!this.take(expected)) throw new BadPattern(`${expected} expected`);
  }

  /** Takes everything before `end`, and `end` itself. */
  until(end: string): string {
    let text = '';
    while (!this.take(end)) text += this.next();
    return text;
  }

  /** Takes up to four characters that match from the start. */
  digits(form: RegExp): string {
    const found = form.exec(this.#text.slice(this.#at, this.#at + 4).join(''))?.[0];
    if (found === undefined) throw new BadPattern('illegal numeric escape');
    this.#at += found.length;
    return found;
  }

  /** Takes white space, and with `comments` what stands behind `#` on a line. */
  skipSpace(comments: boolean): void {
    for (;;) {
      if (/^[ \t\n\v\f\r]$/.test(this.peek() ?? '')) this.#at++;
      else if (comments && this.take('#')) while (this.peek() !== undefined && this.next() !== '\n');
      else return;
    }
  }
}
