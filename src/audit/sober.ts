import type { Format } from '../format/index.ts';
import { fittingOf } from '../recognize/fit.ts';
import type { Recognition } from '../recognize/index.ts';
import { oddity } from '../recognize/oddity.ts';
import type { Value } from '../value/index.ts';
import { impossibleIds } from './impossible-ids.ts';

/** A recognition, and how much structure of the text its reading takes for content. */
export interface Rated {
  readonly recognition: Recognition;
  readonly odd: number;
}

/**
 * Rates a recognition by the least odd of its readings: another runtime may read soberly what the bare format reads as one
 * long string (maps of Go before 1.12 are in no order).
 */
export function rated(recognition: Recognition, text: string): Rated {
  const own = { recognition, odd: oddnessOf(recognition.readings[0], text) };
  if (own.odd === 0) return own;
  return recognition.variants.reduce<Rated>((best, variant) => {
    const other = asVariant(recognition, variant, text);
    return other !== undefined && other.odd < best.odd ? other : best;
  }, own);
}

function asVariant(recognition: Recognition, by: Format, text: string): Rated | undefined {
  const fitting = fittingOf(by, text);
  if (fitting === undefined || fitting.fit !== recognition.fit) return undefined;
  const { format, variants, fit, marks, reason } = recognition;
  const { readings, complete } = fitting;
  return {
    recognition: {
      format,
      by,
      variants: variants.filter((one) => one !== by),
      fit,
      readings,
      complete,
      marks,
      reason,
    },
    odd: oddnessOf(readings[0], text),
  };
}

function oddnessOf(value: Value, text: string): number {
  return oddity(value, text) + impossibleIds(value);
}
