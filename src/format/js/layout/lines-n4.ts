import type { Container, Lines } from './lines.ts';
import type { Traits } from './profile.ts';
import { quote } from './quote.ts';

/** Entries and separators that stand on one line together. */
const WIDTH = 60;
/* Escape sequences of colours are what this is about. */
/* oxlint-disable-next-line no-control-regex */
const COLOUR = /\x1b\[\d\d?m/g;

/**
 * Node.js 4 to 7 write every container from the left margin and indent its text when it becomes a part of another one: after
 * every line feed, whoever wrote it, and before the text of a member that has any.
 */
export function linesOfN4(traits: Traits): Lines {
  return {
    step: { item: 0, member: 0 },
    string: (text) => quote(text, traits),
    own: (text) => text,
    item: (text) => text.replaceAll('\n', '\n  '),
    // A line feed at the very beginning is not one more, as the beginning is what was found there.
    member: (key, text) => `${key}: ${text.includes('\n') ? text.replaceAll(/^|\n/g, '\n   ') : text}`,
    container,
  };
}

function container({ open, close, entries }: Container): string {
  const width = entries.reduce((sum, entry) => sum + entry.replaceAll(COLOUR, '').length + 1, 0);
  if (width <= WIDTH) return `${open} ${entries.join(', ')} ${close}`;
  return `${open}${open.length === 1 ? '' : '\n '} ${entries.join(',\n  ')} ${close}`;
}
