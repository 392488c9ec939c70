import { formats, variants, type Format } from '../format/index.ts';

/** A bare format and its variants. */
export interface FormatGroup {
  readonly format: Format;
  readonly variants: readonly Format[];
}

/** All formats of the tables, each with its variants beside it. */
export const groups: readonly FormatGroup[] = formats.map((format) => ({
  format,
  variants: variants.filter((variant) => variant.variantOf === format.id),
}));
