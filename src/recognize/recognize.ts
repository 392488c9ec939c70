import type { Format } from '../format/index.ts';
import type { Value } from '../value/index.ts';
import { compareFits, fittingOf, type Fit, type Fitting } from './fit.ts';
import { oddity } from './oddity.ts';
import { marksOf, reasonOf } from './reason.ts';
import type { Recognition } from './recognition.ts';
import { readAs } from './read-as.ts';
import { spellingsOf } from './spelling.ts';
import { familyOf } from '../format/index.ts';
import { groups, type FormatGroup } from './tables.ts';

/**
 * The formats that could have printed the text, best first: those that print it as it is before those that print it in
 * another layout, then those whose reading is less odd, that leave a mark of their family in the text, and that are newer. Several fit most texts, and all are listed. Empty
 * when nothing fits but that any text may be a raw top-level string.
 *
 * The text may be coloured, have banners around it and `\r\n`, or be broken over lines: what does not fit as it is, is read
 * without those. `among`: only these formats are tried (`groupOf`).
 */
export function recognize(
  text: string,
  { among = groups }: { readonly among?: readonly FormatGroup[] } = {},
): readonly Recognition[] {
  const spellings = spellingsOf(text);
  const answers = among
    .flatMap((group) => {
      const best = readAs([group.format, ...group.variants], spellings);
      return best === undefined
        ? []
        : [
            {
              answer: new Recognized(group, best),
              odd: oddity(best.readings[0], best.text),
              rank: group.rank,
            },
          ];
    })
    .sort((left, right) => compare(left, right) || left.rank - right.rank);
  const isMarked = markedFamilies(answers);
  return answers
    .sort((left, right) => compare(left, right) || isMarked(right) - isMarked(left) || left.rank - right.rank)
    .map(({ answer }) => answer);
}

interface Ranked {
  readonly answer: Recognized;
  readonly odd: number;
  readonly rank: number;
}

function compare(left: Ranked, right: Ranked): number {
  return compareFits(left.answer.fit, right.answer.fit) || left.odd - right.odd;
}

/**
 * 1 for families of which the text bears a mark, 0 for others. Marks cost a print, so they are only looked for where several
 * families fit equally well, and in the first format of each.
 */
function markedFamilies(answers: readonly Ranked[]): (one: Ranked) => number {
  const [best] = answers;
  const firsts = new Map<string, Recognized>();
  for (const one of answers) {
    const family = familyOf(one.answer.format);
    if (best !== undefined && compare(best, one) === 0 && !firsts.has(family)) firsts.set(family, one.answer);
  }
  if (firsts.size < 2) return () => 0;
  return ({ answer }) => ((firsts.get(familyOf(answer.format))?.marks.length ?? 0) > 0 ? 1 : 0);
}

/** Marks and variants cost prints of their own, so they are made when they are asked for. */
class Recognized implements Recognition {
  readonly format: Format;
  readonly by: Format;
  readonly fit: Fit;
  readonly readings: readonly [Value, ...Value[]];
  readonly complete: boolean;
  readonly #group: FormatGroup;
  readonly #fitting: Fitting;
  #variants: readonly Format[] | undefined;
  #marks: readonly string[] | undefined;

  constructor(group: FormatGroup, fitting: Fitting) {
    this.format = group.format;
    this.by = fitting.format;
    this.fit = fitting.fit;
    this.readings = fitting.readings;
    this.complete = fitting.complete;
    this.#group = group;
    this.#fitting = fitting;
  }

  get variants(): readonly Format[] {
    this.#variants ??= this.#group.variants.filter(
      (one) => one === this.by || fittingOf(one, this.#fitting.text)?.fit === this.fit,
    );
    return this.#variants;
  }

  get marks(): readonly string[] {
    this.#marks ??= marksOf(this.#fitting);
    return this.#marks;
  }

  get reason(): string {
    return reasonOf(this.#fitting, this.marks);
  }
}
