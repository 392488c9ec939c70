import { charactersOf } from './code-points.ts';

/** The parts of a text with `min` to `max` characters, by where they start, the shorter first. */
export function ngrams(text: string, min: number, max: number): string[] {
  const characters = charactersOf(text);
  const grams: string[] = [];
  for (let start = 0; start < characters.length; start++)
    for (let length = min; length <= max && start + length <= characters.length; length++)
      grams.push(characters.slice(start, start + length).join(''));
  return grams;
}
