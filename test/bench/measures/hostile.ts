import type { Comparison } from '../comparison.ts';
import { median } from '../interleaved.ts';
import type { Format } from '../../../src/format/index.ts';
import { hostileTexts } from '../../format/hostile-texts.ts';

/** Characters of the short text, beyond those up to which all readings of a text are looked for; the long one has ten times as many. */
const SHORT = 120_000;
const ROUNDS = 3;
/** A text that is refused at once takes no time to speak of, and its ratio says nothing; a fourth of it is noise, too. */
const LEAST_MILLISECONDS = 20;

/** Ten times the text takes ten times as long where reading is linear, what caches and garbage cost comes on top; quadratic is 100. */
const MOST = 40;

/** The hostile text whose time grows the most with its length, format by format: linear is 10. */
export function* hostile(formats: readonly Format[]): Generator<Comparison> {
  const texts = hostileTexts(10 * SHORT);
  const shortTexts = hostileTexts(SHORT);
  for (const format of formats) {
    const measured = texts.map(({ name, text }, index) => {
      const less = Math.max(time(format, shortTexts[index]?.text ?? ''), LEAST_MILLISECONDS / 4);
      const more = time(format, text);
      return { name, less, more, ratio: more / less };
    });
    const slow = measured.filter(({ more }) => more >= LEAST_MILLISECONDS);
    const [worst] = slow.toSorted((left, right) => right.ratio - left.ratio);
    const { name, less, more, ratio } = worst ?? { name: 'none takes long', less: 1, more: 1, ratio: 1 };
    yield {
      name: `Hostile texts, ${format.id}, the worst: ${name}`,
      ours: { what: '1.2 M characters', value: more, unit: 'ms' },
      other: { what: 'a tenth of them', value: less, unit: 'ms' },
      ratio,
      goal: { is: 'at most', ratio: MOST },
    };
  }
}

function time(format: Format, text: string): number {
  return median(
    Array.from({ length: ROUNDS }, () => {
      const started = performance.now();
      format.parse(text);
      format.parseError(text);
      format.mask(text);
      return performance.now() - started;
    }),
  );
}
