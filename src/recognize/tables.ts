import { formats, variants, type Format } from '../format/index.ts';

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

/** `js` of `js/4.3`. */
export function familyOf({ id }: Format): string {
  return id.slice(0, id.indexOf('/'));
}

const families = [...new Set(formats.map(familyOf))];

/** Whether the newest release of the driver prints so: a format that came back is not the last of its family. */
function isOfToday(format: Format): boolean {
  const own = formats.filter((one) => familyOf(one) === familyOf(format));
  const open = own.filter(({ about }) => about.releases.some(({ to }) => to === undefined));
  return (open.at(-1) ?? own.at(-1)) === format;
}

/** All formats of the tables, each with its variants beside it. */
export const groups: readonly FormatGroup[] = formats.map((format, index) => ({
  format,
  variants: variants.filter((variant) => variant.variantOf === format.id),
  rank:
    (isOfToday(format) ? 0 : families.length * formats.length) +
    families.indexOf(familyOf(format)) * formats.length +
    (formats.length - index),
}));

/** The one format or variant alone, as `recognize` takes it. */
export function groupOf(format: Format): FormatGroup {
  return { format, variants: [], rank: 0 };
}
