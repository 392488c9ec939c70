import type { Container, Lines } from './lines.ts';
import { TRAITS, type Profile } from './profile.ts';
import { quote } from './quote.ts';

/** Entries and separators that stand on one line together. */
const WIDTH = 60;

/**
 * Node.js 8 to 11 indent while they write, so line feeds inside of a text stay as they are. What moves to a line of its own
 * after its key: in 8 a container that was broken (its key keeps a trailing space), in 10 and 11 anything too long.
 */
export function linesOfN8(profile: Profile): Lines {
  const traits = TRAITS[profile];
  return {
    step: { item: 2, member: 3 },
    string: (text) => quote(text, traits),
    own: (text) => text,
    item: (text) => text,
    member: (key, text, indentation) =>
      profile !== 'n8' && text.length > WIDTH
        ? `${key}:\n${' '.repeat(indentation)}${text}`
        : `${key}: ${text}`,
    container: (of) => container(of, profile === 'n8' && of.isMember),
  };
}

function container({ open, close, entries, indentation }: Container, movesDown: boolean): string {
  if (fits(entries)) return `${open} ${entries.join(', ')} ${close}`;
  const margin = ' '.repeat(indentation);
  const first = open.length === 1 ? ' ' : `\n${margin}  `;
  return `${movesDown ? `\n${margin}` : ''}${open}${first}${entries.join(`,\n${margin}  `)} ${close}`;
}

function fits(entries: readonly string[]): boolean {
  if (entries.length * 2 > WIDTH) return false;
  let width = 0;
  for (const entry of entries) {
    width += entry.length + 1;
    if (width > WIDTH) return false;
  }
  return true;
}
