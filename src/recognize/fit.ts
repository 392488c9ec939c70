import { UnprintableValue, type Format } from '../format/index.ts';
import type { Value } from '../value/index.ts';

/**
 * How well a text fits what a format prints. `exact`: one of its readings prints as this very text; `layout`: as a text that
 * differs in white space only; `lenient`: the reader takes something that the printer would write otherwise.
 */
export type Fit = 'exact' | 'layout' | 'lenient';

/** Best first. */
const FITS: readonly Fit[] = ['exact', 'layout', 'lenient'];

/** Readings that are printed again in search of a better fit: the likeliest are the first. */
const MOST_PRINTED = 8;

/** A format's reading of a text, as more than a raw top-level string. */
export interface Fitting {
  readonly format: Format;
  /** The text that was read: that of the caller, or a tidier one. */
  readonly text: string;
  readonly fit: Fit;
  readonly readings: readonly [Value, ...Value[]];
  readonly complete: boolean;
}

/** Negative when the first fits better. */
export function compareFits(left: Fit, right: Fit): number {
  return FITS.indexOf(left) - FITS.indexOf(right);
}

/** The better of the two; the first when they are equal. */
export function betterFitting(left: Fitting | undefined, right: Fitting | undefined): Fitting | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return compareFits(right.fit, left.fit) < 0 ? right : left;
}

/** How the format reads the text; `undefined` when it does not, or only as a raw top-level string, which any text may be. */
export function fittingOf(format: Format, text: string): Fitting | undefined {
  const reading = format.parse(text);
  if (!reading.ok || reading.onlyAsString !== undefined) return undefined;
  const { readings, complete } = reading;
  if (readings.every((one) => one.kind === 'string' && one.value === text)) return undefined;
  const { fit, best } = fitOf(format, text, readings);
  return { format, text, fit, readings: best === undefined ? readings : firstOf(readings, best), complete };
}

/** How near the prints of the readings come to the text, and the reading that comes nearest. */
function fitOf(
  format: Format,
  text: string,
  readings: readonly Value[],
): { readonly fit: Fit; readonly best?: Value } {
  let near: Value | undefined;
  const masked = format.mask(text);
  for (const reading of readings.slice(0, MOST_PRINTED)) {
    // That a text may be a raw string says nothing of how well its structure fits.
    if (reading.kind === 'string' && reading.value === text) continue;
    const again = printed(format, reading);
    if (again === undefined) continue;
    if (again === text || format.mask(again) === masked) return { fit: 'exact', best: reading };
    if (near === undefined && isSameButSpace(format.mask(again), masked)) near = reading;
  }
  return near === undefined ? { fit: 'lenient' } : { fit: 'layout', best: near };
}

/** The readings with one of them first: what prints as the text is likelier than what does not. */
function firstOf(readings: readonly [Value, ...Value[]], first: Value): readonly [Value, ...Value[]] {
  return readings[0] === first ? readings : [first, ...readings.filter((one) => one !== first)];
}

/** What the format prints for a value; `undefined` when its driver cannot print it, or it is nested too deeply for us. */
export function printed(format: Format, value: Value): string | undefined {
  try {
    return format.print(value);
  } catch (cause) {
    if (cause instanceof UnprintableValue || cause instanceof RangeError) return undefined;
    throw cause;
  }
}

const SPACE = /\s+/g;

/** Whether two texts differ in nothing but white space. */
function isSameButSpace(left: string, right: string): boolean {
  return left.replaceAll(SPACE, '') === right.replaceAll(SPACE, '');
}
