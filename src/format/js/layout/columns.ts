import type { Profile } from './profile.ts';
import type { Shown } from './shown.ts';
import { widthOf } from './width.ts';

/** Items of an array that are printed; an entry after them counts the others. */
const MAX_ITEMS = 100;
const PAGE = 80;
/** `, ` */
const SEPARATOR = 2;
const MAX_COLUMNS = 12;
/** How much higher than wide a character is taken to be: a block of entries shall look like a square. */
const HEIGHT_OF_WIDTH = 2.5;

/**
 * The entries of a long array set in columns, several a line: one text a line. The entries as they are when they are too
 * different, or so wide that fewer than three stand on a line. Numbers are set flush right, anything else flush left.
 */
export function inColumns(
  entries: readonly string[],
  items: readonly Shown[],
  indentation: number,
  profile: Profile,
): readonly string[] {
  const isCut = entries.length > MAX_ITEMS;
  const cells = isCut ? entries.slice(0, -1) : entries;
  const widths = cells.map((cell) => widthOf(cell, profile));
  const columns = columnCount(widths, entries.length, indentation);
  if (columns <= 1) return entries;

  const columnWidths = Array.from({ length: columns }, (_, column) =>
    widths.reduce((widest, width, at) => (at % columns === column ? Math.max(widest, width) : widest), 0),
  );
  // The item after the last one that is printed counts here, as Node.js compares with the number of its entries.
  const isNumeric = items.slice(0, entries.length).every((item) => typeof item === 'number');
  const lines: string[] = [];
  for (let start = 0; start < cells.length; start += columns) {
    const row = cells.slice(start, start + columns);
    lines.push(
      row
        .map((cell, column) => {
          const gap = ' '.repeat((columnWidths[column] ?? 0) - (widths[start + column] ?? 0));
          const isLast = column === row.length - 1;
          if (isNumeric) return `${gap}${cell}${isLast ? '' : ', '}`;
          return isLast ? cell : `${cell}, ${gap}`;
        })
        .join(''),
    );
  }
  return isCut ? [...lines, ...entries.slice(-1)] : lines;
}

function columnCount(widths: readonly number[], entries: number, indentation: number): number {
  const total = widths.reduce((sum, width) => sum + width + SEPARATOR, 0);
  const widest = Math.max(...widths);
  const cell = widest + SEPARATOR;
  const isEven = total / cell > 5 || widest <= 6;
  if (cell * 3 + indentation >= PAGE || !isEven) return 1;
  const bias = Math.sqrt(cell - total / entries);
  const biased = Math.max(cell - 3 - bias, 1);
  return Math.min(
    Math.round(Math.sqrt(HEIGHT_OF_WIDTH * biased * widths.length) / biased),
    Math.floor((PAGE - indentation) / cell),
    MAX_COLUMNS,
  );
}
