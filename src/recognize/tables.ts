import { familyOf, formats, newestFormat, variants, type Format } from '../format/index.ts';

/** A bare format and its variants. */
export interface FormatGroup {
  readonly format: Format;
  readonly variants: readonly Format[];
  /**
   * Where it stands among those that fit equally: what today's drivers print before what old ones did, families as the table has
   * them, the newest format of each first.
   */
  readonly rank: number;
}

const families = [...new Set(formats.map(familyOf))];

/** All formats of the tables, each with its variants beside it. */
export const groups: readonly FormatGroup[] = formats.map((format, index) => ({
  format,
  variants: variants.filter((variant) => variant.variantOf === format.id),
  rank:
    (newestFormat(familyOf(format)) === format ? 0 : families.length * formats.length) +
    families.indexOf(familyOf(format)) * formats.length +
    (formats.length - index),
}));

/** The one format or variant alone, as `recognize` takes it. */
export function groupOf(format: Format): FormatGroup {
  return { format, variants: [], rank: 0 };
}
