import { UnprintableValue } from '../../format.ts';

export interface Written {
  readonly text: string;
  /** False where the text is not what was meant: the shell's own way to put it together went wrong. */
  readonly isTrue: boolean;
}

/** What all words have in them, and hardly any other text has. */
export const WORD_STEM = 'shell_replacement_';

/** The word for which a text is put in. */
export function wordFor(index: number): string {
  return `$$${WORD_STEM}$${index}$$`;
}

/** Words as they stand in the text. */
const WORDS = new RegExp(String.raw`"\$\$${WORD_STEM}\$\d+\$\$"`, 'g');
/** What has a meaning in a replacement. */
const MEANT_OTHERWISE = /\$[$&`']/;
/** What means the text before the word, or behind it. */
const MEANT_AROUND = /\$[`']/;
/** What may become another word when it is put in: of two dollar signs one is left, and quotes stand around names. */
const WORD_TO_BE = new RegExp(String.raw`\$${WORD_STEM}\$+\d+\$`);
/** Characters that are looked through for one word each: only a text made for it takes more, and each may double it. */
const MOST_LOOKS = 100_000_000;

/**
 * Puts texts in for their words like the shell, which calls `text.replace(word, replacement)` for each word in quotes, one
 * after the other: so the first one counts of a word that a user has written, too. As each call looks through the whole text,
 * those are made together, in one pass, that do nothing to the rest of it.
 * @throws UnprintableValue where the others take too long.
 */
export function putIn(json: string, replacements: readonly string[]): Written {
  // The turn of such a word may be still to come.
  const isLocal = replacements.some((replacement) => WORD_TO_BE.test(replacement))
    ? () => false
    : (replacement: string) => !MEANT_AROUND.test(replacement);
  let written: Written = { text: json, isTrue: true };
  let together = new Map<string, string>();
  let looks = 0;
  for (const [index, replacement] of replacements.entries()) {
    const word = `"${wordFor(index)}"`;
    if (isLocal(replacement)) {
      together.set(word, replacement);
    } else {
      looks += written.text.length;
      if (looks > MOST_LOOKS) throw new UnprintableValue('print', 'names that make it too long');
      written = putOne(putEach(written, together), word, replacement);
      together = new Map();
    }
  }
  return putEach(written, together);
}

function putOne({ text, isTrue }: Written, word: string, replacement: string): Written {
  return {
    text: text.replace(word, replacement),
    isTrue: isTrue && !MEANT_OTHERWISE.test(replacement) && text.indexOf(word) === text.lastIndexOf(word),
  };
}

function putEach(written: Written, replacements: ReadonlyMap<string, string>): Written {
  const { text, isTrue } = written;
  if (replacements.size === 0) return written;
  const met = new Set<string>();
  let isMeant =
    isTrue && ![...replacements.values()].some((replacement) => MEANT_OTHERWISE.test(replacement));
  const put = text.replaceAll(WORDS, (word) => {
    const replacement = replacements.get(word);
    if (replacement === undefined) return word;
    if (met.has(word)) {
      isMeant = false;
      return word;
    }
    met.add(word);
    return word.replace(word, replacement);
  });
  return { text: put, isTrue: isMeant };
}
