import type { Profile } from './profile.ts';
import { NO_COLUMN, NOT_YET_IN_N12, NOT_YET_IN_N14, TWO_COLUMNS } from './width-table.ts';

type Range = readonly [first: number, last: number];

/**
 * Columns that a text takes as Node.js 12 and later count them: its ASCII beginning a column a character, then, composed, each
 * code point by its Unicode properties. `n16` counts as Node.js 20.20 to 26 do; 16 and 18 have an older Unicode.
 */
export function widthOf(text: string, profile: Profile): number {
  const ascii = /^[\0-~]*/.exec(text)?.[0] ?? '';
  let width = ascii.replaceAll(CONTROLS, '').length;
  if (ascii.length === text.length) return width;
  for (const character of text.slice(ascii.length).normalize('NFC'))
    width += columnsOf(character.codePointAt(0) ?? 0, profile);
  return width;
}

/* Control characters take no column. */
/* oxlint-disable-next-line no-control-regex */
const CONTROLS = /[\0-\x1f]/g;

const noColumn = rangesOf(NO_COLUMN);
const twoColumns = rangesOf(TWO_COLUMNS);
const notYet: ReadonlyMap<Profile, readonly Range[]> = new Map([
  ['n12', rangesOf(NOT_YET_IN_N12)],
  ['n14', rangesOf(NOT_YET_IN_N14)],
]);

function columnsOf(code: number, profile: Profile): number {
  const unknown = notYet.get(profile);
  if (unknown !== undefined && holds(unknown, code)) return 1;
  if (holds(noColumn, code)) return 0;
  return holds(twoColumns, code) ? 2 : 1;
}

function rangesOf(words: string): readonly Range[] {
  let end = 0;
  return words.split(' ').map((word): Range => {
    const [gap = '', length = '0'] = word.split('-');
    const first = end + Number.parseInt(gap, 36);
    end = first + Number.parseInt(length, 36);
    return [first, end];
  });
}

function holds(ranges: readonly Range[], code: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= code;
}
