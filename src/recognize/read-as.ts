import type { Format } from '../format/index.ts';
import { betterFitting, fittingOf, type Fitting } from './fit.ts';
import { mayBePrint } from './sieve.ts';
import type { Spellings } from './spelling.ts';

/**
 * The best fitting of a bare format and its variants, the first of them where several fit alike: of the text as it is, or of
 * the tidy one; on one line only when it does not fit otherwise. `undefined`: it fits none, or only as a raw string.
 */
export function readAs(
  [format, ...variants]: readonly [Format, ...Format[]],
  { text, tidy, folded }: Spellings,
): Fitting | undefined {
  let best: Fitting | undefined;
  for (const spelling of tidy.text === text ? [text] : [text, tidy.text]) {
    if (!mayBePrint(spelling)) continue;
    for (const one of [format, ...variants]) {
      best = betterFitting(best, fittingOf(one, spelling));
      if (best?.fit === 'exact') return best;
    }
  }
  if (best !== undefined) return best;
  for (const spelling of folded()) {
    const fitting = fittingOf(format, spelling.text);
    // What stood in strings may have been changed, so there may be other readings.
    if (fitting !== undefined)
      return { ...fitting, fit: fitting.fit === 'exact' ? 'layout' : fitting.fit, complete: false };
  }
  return undefined;
}
