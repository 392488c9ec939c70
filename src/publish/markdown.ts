/** Pieces of Markdown whose content is any text. */

/** Characters of a text that a cell shows: the rest of a long one says nothing new. */
const MOST_CHARACTERS = 400;
/** A short piece of text that comes twenty times and more is shown twice, with a count. */
const REPEATED = /([^]{1,8}?)\1{19,}/g;

/** A code span in a table: nothing in the text is taken for markup, line feeds show as `⏎`, other controls as their pictures. */
export function code(text: string): string {
  const characters = Array.from(
    text.replaceAll(REPEATED, (run: string, piece: string) => {
      return `${piece}${piece}‹${run.length / piece.length} times›`;
    }),
  );
  const shown = characters
    .slice(0, MOST_CHARACTERS)
    .map((character) => SHOWN.get(character) ?? visible(character));
  const more = characters.length - shown.length;
  return `<code>${shown.join('')}</code>${more > 0 ? ` … ${more} more characters` : ''}`;
}

/** U+2400 and on are pictures of the C0 controls, in their order. */
const PICTURES = 0x2400;

function visible(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20) return String.fromCodePoint(PICTURES + point);
  const isPlain = point !== 0x7f && !/[\p{Cc}\p{Cs}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(character);
  return isPlain ? character : `&lt;U+${point.toString(16).toUpperCase().padStart(4, '0')}&gt;`;
}

const SHOWN: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['|', '&#124;'],
  ['\\', '&#92;'],
  ['*', '&#42;'],
  ['_', '&#95;'],
  ['`', '&#96;'],
  ['[', '&#91;'],
  [']', '&#93;'],
  ['~', '&#126;'],
  ['$', '&#36;'],
  ['\n', '⏎'],
]);

/** A fenced block; the fence is longer than any in the text. */
export function block(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A table; cells are Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
