import type { Comparison } from '../comparison.ts';
import { median } from '../interleaved.ts';
import type { Format } from '../../../src/format/index.ts';
import { hostileTexts } from '../../format/hostile-texts.ts';

/** Characters of the short text, beyond those up to which all readings of a text are looked for; the long one has ten times as many. */
const SHORT = 120_000;
const ROUNDS = 3;
/** A text that is refused at once takes no time to speak of, and its ratio says nothing. */
const LEAST_MILLISECONDS = 20;

/** The hostile text whose time grows the most with its length, format by format: linear is 10. */
export function hostile(formats: readonly Format[]): Promise<readonly Comparison[]> {
  const short = hostileTexts(SHORT);
  const long = hostileTexts(10 * SHORT);
  return Promise.resolve(
    formats.map((format) => {
      const measured = long.map(({ name, text }, index) => {
        const less = time(format, short[index]?.text ?? '');
        return { name, less, more: time(format, text) };
      });
      const slow = measured.filter(({ more }) => more >= LEAST_MILLISECONDS);
      const ratio = (one: { less: number; more: number }): number => one.more / Math.max(one.less, 1);
      const worst = slow.toSorted((left, right) => ratio(right) - ratio(left))[0] ?? {
        name: 'none takes long',
        less: 1,
        more: 1,
      };
      return {
        name: `Hostile texts, ${format.id}, the worst: ${worst.name}`,
        ours: { what: '1.2 M characters', value: worst.more, unit: 'ms' },
        other: { what: 'a tenth of them', value: worst.less, unit: 'ms' },
        ratio: ratio(worst),
        goal: { is: 'at most', ratio: 20 },
      };
    }),
  );
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
