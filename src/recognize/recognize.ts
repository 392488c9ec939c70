import { compareFits, fittingOf, type Fitting } from './fit.ts';
import type { Recognition } from './recognition.ts';
import { groups, type FormatGroup } from './tables.ts';

/**
 * The formats that could have printed the text, best first: those that print it as it is before those that print it in
 * another layout, and the newer before the older. Several fit most texts, and all are listed. Empty when nothing fits but
 * that any text may be a raw top-level string.
 */
export function recognize(text: string): readonly Recognition[] {
  return groups
    .flatMap((group) => recognizeAs(group, text) ?? [])
    .sort((left, right) => compareFits(left.fit, right.fit));
}

function recognizeAs({ format, variants }: FormatGroup, text: string): Recognition | undefined {
  const fittings = [format, ...variants].flatMap((one) => fittingOf(one, text) ?? []);
  const [best] = [...fittings].sort((left, right) => compareFits(left.fit, right.fit));
  if (best === undefined) return undefined;
  const { format: by, fit, readings, complete } = best;
  const asWell = ({ format: one, fit: its }: Fitting): boolean => one !== format && its === fit;
  return {
    format,
    variants: fittings.filter(asWell).map((fitting) => fitting.format),
    by,
    fit,
    readings,
    complete,
    reason: `reads as ${format.about.driver} ${format.id}`,
  };
}
