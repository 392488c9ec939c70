import { ReadFailure } from './read-failure.ts';

/** Whether a token stands at a place: `startsWith`, but faster for the few characters of a token. */
export function isAt(text: string, at: number, token: string): boolean {
  // V8 gives up its fast way of getting characters where one is asked for behind the end.
  if (at + token.length > text.length) return false;
  for (let index = 0; index < token.length; index += 1)
    if (text.charCodeAt(at + index) !== token.charCodeAt(index)) return false;
  return true;
}

/** A place in a text, and the few steps that every reader takes from there. */
export class TextReader {
  readonly text: string;
  offset = 0;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  sees(token: string): boolean {
    return isAt(this.text, this.offset, token);
  }

  /** Steps over `token` if it stands here. */
  takes(token: string): boolean {
    if (!this.sees(token)) return false;
    this.offset += token.length;
    return true;
  }

  expect(token: string): void {
    if (!this.takes(token)) this.fail(JSON.stringify(token));
  }

  /** Steps over what a sticky pattern matches here. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.offset;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.offset = pattern.lastIndex;
    return match;
  }

  end(): void {
    if (!this.atEnd) this.fail('the end of the text');
  }

  /** @param expected What would have been accepted, in words that follow "expected". */
  fail(expected: string, offset = this.offset): never {
    throw new ReadFailure(offset, expected);
  }
}
