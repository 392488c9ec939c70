import { charactersOf } from '../text/code-points.ts';

/** The flags of a Java pattern that can be set inside it. */
export interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
  /** Only `\n` ends a line. */
  readonly d: boolean;
  /** Case folding beyond ASCII. */
  readonly u: boolean;
  /** `\w` and its like beyond ASCII. */
  readonly U: boolean;
}

export const NO_FLAGS: Flags = { i: false, m: false, s: false, x: false, d: false, u: false, U: false };

export function isFlag(letter: string): letter is keyof Flags {
  return letter in NO_FLAGS;
}

/** A character as it stands for itself anywhere in a JavaScript pattern. */
export function code(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** What a character matches: itself, or its cases too. */
export function variants(character: string, { i, u, U }: Flags): readonly string[] {
  if (!i || (!u && !U && !/^[a-zA-Z]$/.test(character))) return [character];
  const cases = [character, character.toLowerCase(), character.toUpperCase()];
  return [...new Set(cases.filter((text) => charactersOf(text).length === 1))];
}

/** A range for a class, with the other case of the ASCII letters in it where case does not matter. */
export function range(start: string, end: string, flags: Flags): string {
  let source = `${code(start)}-${code(end)}`;
  if (!flags.i) return source;
  const first = start.codePointAt(0) ?? 0;
  const last = end.codePointAt(0) ?? 0;
  for (let letter = Math.max(first, 65); letter <= Math.min(last, 122); letter++) {
    const text = String.fromCodePoint(letter);
    if (/[a-zA-Z]/.test(text)) source += variants(text, flags).map(code).join('');
  }
  return source;
}
