import { Crash } from '../../eval/crash.ts';

/** The characters (code points) of a text; a surrogate by itself counts as one. */
export function charactersOf(text: string): string[] {
  return Array.from(text);
}

/** How many characters (code points) a text has. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Texts over this many units would take the memory of all; the core, too, runs out of it there. */
const LONGEST = 2 ** 26;

/** Refuses to make one. */
export function checkLength(units: number): void {
  if (units > LONGEST) throw new Crash('java.lang.OutOfMemoryError: Java heap space');
}
