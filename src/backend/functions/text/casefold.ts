import { charactersOf } from './code-points.ts';

/** The normal forms of `casefold`, by their names. */
export const NORMALIZERS = ['NFKCCaseFold', 'NFC', 'NFD', 'NFKC', 'NFKD'] as const;
export type Normalizer = (typeof NORMALIZERS)[number];

/** Brings a text into a normal form; `NFKCCaseFold` also removes differences of case and what is not seen. */
export function casefold(text: string, normalizer: Normalizer): string {
  if (normalizer !== 'NFKCCaseFold') return text.normalize(normalizer);
  let folded = text;
  // Folding can make what is to be composed, composing what is to be folded; twice is enough for all of Unicode.
  for (let round = 0; round < 2; round++)
    folded = charactersOf(folded.normalize('NFKC').replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ''))
      .map(fold)
      .join('')
      .normalize('NFKC');
  return folded;
}

/**
 * Full case folding of one character. JavaScript has no table of it, but it is what is left after lower, upper and lower
 * case again, with two exceptions: the Turkish dotless i stays, and Cherokee folds to capitals.
 */
function fold(character: string): string {
  if (character === 'ı') return character;
  if (/\p{Script=Cherokee}/u.test(character)) return character.toUpperCase();
  return charactersOf(character.toLowerCase().toUpperCase())
    .map((part) => part.toLowerCase())
    .join('');
}
