import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Painter } from './paint.ts';

/** The terminal that everybody has. */
export const COLUMNS = 80;

/**
 * A text as lines of the terminal's width, the later ones indented; painted line by line, so that no colour crosses a line's
 * end. What a terminal would take for a command is shown as its escape.
 */
export function textLines(text: string, paint: Painter = (line) => line, indent = ''): string[] {
  const inner = `${indent}  `;
  const words = visible(text).trim();
  const [first = '', ...rest] = wrapped(words, COLUMNS - inner.length);
  // The first line has two columns more; it is easier to read when all break at the same place.
  return [indent + first, ...rest.map((line) => inner + line)].map((line) => paint(line.trimEnd()));
}

/** A command as lines that can be copied as they stand: broken between arguments, or within one that is too long. */
export function commandLines(command: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  const words = visible(command).split(' ');
  for (const [index, word] of words.entries()) {
    const head = lines.length === 0 ? indent : `${indent}  `;
    const longer = line === '' ? head + word : `${line} ${word}`;
    // Only what goes on in another line needs room for ` \\`.
    if (stringWidth(longer) <= (index === words.length - 1 ? COLUMNS : COLUMNS - 2)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(`${line} \\`);
    line = '';
    let rest = `${indent}  ${word}`;
    // A shell joins a backslash at the end of a line to the next line's first column.
    while (stringWidth(rest) > COLUMNS - 2) {
      const [piece, left] = cut(rest, COLUMNS - 2);
      lines.push(`${piece}\\`);
      rest = left;
    }
    line = rest;
  }
  return [...lines, line];
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function fitted(text: string, width: number): string {
  const shown = visible(text).replaceAll('\n', ' ');
  return stringWidth(shown) <= width ? shown : `${cut(shown, Math.max(0, width - 1))[0]}…`;
}

/** Fills a text up to a width with blanks. */
export function padded(text: string, width: number, side: 'start' | 'end'): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return side === 'start' ? blanks + text : text + blanks;
}

function wrapped(text: string, width: number): string[] {
  return wrapAnsi(text, width, { hard: true, trim: true }).split('\n');
}

/** Control, format and half characters as escapes; blanks of any kind as one blank, line feeds kept. */
function visible(text: string): string {
  return text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(
      /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
      (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`,
    );
}

/** The longest beginning that fits, by what a reader takes for one character, and what is left. */
function cut(text: string, width: number): [string, string] {
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(text.slice(0, index + segment.length)) > width) break;
    end = index + segment.length;
  }
  return [text.slice(0, end), text.slice(end)];
}
