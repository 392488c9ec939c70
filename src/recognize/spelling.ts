/**
 * A text as people have it: coloured by a terminal, with the line ends of Windows, between banners, cut or pasted. A spelling
 * is a tidier text with the way back: where each of its characters stood before.
 */
import { bannerLength } from './banners.ts';

export interface Spelling {
  readonly text: string;
  /** The offset in the original text of an offset in this one. */
  at(offset: number): number;
}

/** The spellings of one text, the likeliest first. */
export interface Spellings {
  readonly text: string;
  readonly tidy: Spelling;
  /** The tidy text on one line, breaks as blanks and as nothing; none when it is on one line. */
  readonly folded: () => readonly Spelling[];
}

export function spellingsOf(text: string): Spellings {
  const tidy = tidied(asItIs(text));
  const folded = (): readonly Spelling[] =>
    tidy.text.includes('\n') ? [onOneLine(tidy, ' '), onOneLine(tidy, '')] : [];
  return { text, tidy, folded };
}

/** The text itself. */
function asItIs(text: string): Spelling {
  return { text, at: (offset) => offset };
}

/** Select Graphic Rendition: what Node.js colours primitives with on a terminal. */
// oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
const COLOUR = /\u001B\[[\d;]*m/g;

/** A line without colours, and without the carriage return at its end. */
export function withoutColours(line: string): Spelling {
  const spelling = asItIs(line);
  if (!line.includes('\u001B') && !line.endsWith('\r')) return spelling;
  return without(spelling, [
    ...coloursIn(line),
    { from: line.endsWith('\r') ? line.length - 1 : line.length, to: line.length },
  ]);
}

function coloursIn(text: string): readonly Span[] {
  return [...text.matchAll(COLOUR)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
}

/**
 * Without colours, the byte order mark, carriage returns at the ends of lines, banners, and blank lines around the whole.
 * Blanks at the start of the first line stay: some layouts count them.
 */
function tidied(spelling: Spelling): Spelling {
  const { text } = spelling;
  const dropped: Span[] = [];
  if (text.startsWith('\uFEFF')) dropped.push({ from: 0, to: 1 });
  dropped.push(...coloursIn(text));
  for (const { index } of text.matchAll(/\r(?=\n|$)/g)) dropped.push({ from: index, to: index + 1 });
  return trimmed(withoutBanners(without(spelling, dropped)));
}

function withoutBanners(spelling: Spelling): Spelling {
  const { text } = spelling;
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  const line = (index: number): string | undefined => {
    const start = starts[index];
    return start === undefined ? undefined : text.slice(start, (starts[index + 1] ?? text.length + 1) - 1);
  };
  const dropped: Span[] = [];
  for (let at = 0; at < starts.length; at += 1) {
    const length = bannerLength(line, at);
    if (length === 0) continue;
    dropped.push({ from: starts[at] ?? 0, to: starts[at + length] ?? text.length });
    at += length - 1;
  }
  return without(spelling, dropped);
}

function trimmed(spelling: Spelling): Spelling {
  const { text } = spelling;
  const start = /^(?:[^\S\n]*\n)*/.exec(text)?.[0].length ?? 0;
  const end = text.trimEnd().length;
  if (end <= start) return without(spelling, [{ from: 0, to: text.length }]);
  return without(spelling, [
    { from: 0, to: start },
    { from: end, to: text.length },
  ]);
}

/**
 * The text on one line: what a documentation tool, a terminal or a person broke over lines. A break and the blanks around it
 * become `between`, or nothing beside a bracket. Quoted strings are left as they are; in formats that quote none, white
 * space inside a string may have been changed, so what is read of it is never all that could be.
 */
function onOneLine(spelling: Spelling, between: '' | ' '): Spelling {
  const { text } = spelling;
  const dropped: Span[] = [];
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
      continue;
    }
    if (character === '"' || character === "'" || character === '`') {
      quote = character;
      continue;
    }
    if (!isSpace(character)) continue;
    let end = at + 1;
    while (end < text.length && isSpace(text.charAt(end))) end += 1;
    const isBreak = text.slice(at, end).includes('\n');
    const isInside = '{[('.includes(text.charAt(at - 1)) || '}])'.includes(text.charAt(end));
    if (isInside || (isBreak && between === '')) dropped.push({ from: at, to: end });
    else if (isBreak) dropped.push({ from: at, to: end, instead: between });
    at = end - 1;
  }
  return without(spelling, dropped);
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

/** A piece that is taken out, `to` not included, and what stands in its place. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly instead?: string;
}

/** The spelling without pieces of it, in the order of the text; pieces do not overlap. */
function without(spelling: Spelling, spans: readonly Span[]): Spelling {
  const dropped = spans.filter(({ from, to }) => to > from).sort((left, right) => left.from - right.from);
  if (dropped.length === 0) return spelling;
  let text = '';
  let read = 0;
  /** Where pieces that were kept start: in the new text, and in the old one. */
  const kept: { readonly start: number; readonly from: number }[] = [];
  const keep = (to: number): void => {
    kept.push({ start: text.length, from: read });
    text += spelling.text.slice(read, to);
  };
  for (const { from, to, instead = '' } of dropped) {
    keep(from);
    kept.push({ start: text.length, from });
    text += instead;
    read = to;
  }
  keep(spelling.text.length);
  return {
    text,
    at: (offset) => {
      const piece = lastAtOrBefore(kept, offset);
      return spelling.at(piece.from + offset - piece.start);
    },
  };
}

function lastAtOrBefore(
  pieces: readonly { readonly start: number; readonly from: number }[],
  offset: number,
): { readonly start: number; readonly from: number } {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low] ?? { start: 0, from: 0 };
}
