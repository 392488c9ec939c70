import { inColumns } from './columns.ts';
import type { Container, Lines } from './lines.ts';
import { TRAITS, type Profile } from './profile.ts';
import { quote } from './quote.ts';

/** The width of the page. */
export const PAGE = 80;
/** Strings up to here are never spread over lines. */
const SHORT_STRING = 16;
/** What Node.js allows for beside the quotes of a string, and beside the entries of a container. */
const STRING_SLACK = 4;
const CONTAINER_SLACK = 10;
/** Containers with this many levels below them are always broken. */
const LEVELS_ON_ONE_LINE = 3;
/** Arrays with more entries are set in columns, if those are much alike. */
const FEW_ENTRIES = 6;

/**
 * Node.js 12 and later: brackets of a broken container stand on lines of their own, strings break after their line feeds,
 * long arrays are set in columns, and a line feed in the text of an object that prints itself is followed by the margin.
 */
export function linesOfN12(profile: Profile): Lines {
  const traits = TRAITS[profile];
  return {
    step: { item: 2, member: 2 },
    string: (text, indentation) => {
      if (text.length <= SHORT_STRING || text.length <= PAGE - indentation - STRING_SLACK)
        return quote(text, traits);
      const lines = text.split(/(?<=\n)/).map((line) => quote(line, traits));
      return lines.join(` +\n${' '.repeat(indentation + 2)}`);
    },
    own: (text, indentation) => text.replaceAll('\n', `\n${' '.repeat(indentation)}`),
    item: (text) => text,
    member: (key, text) => `${key}: ${text}`,
    container: (of) => container(of, profile),
  };
}

function container(of: Container, profile: Profile): string {
  const { open, close, indentation, levelsInside } = of;
  const entries =
    of.items !== undefined && of.entries.length > FEW_ENTRIES
      ? inColumns(of.entries, of.items, indentation, profile)
      : of.entries;
  if (levelsInside < LEVELS_ON_ONE_LINE && entries.length === of.entries.length) {
    const line = onOneLine(of);
    // Up to Node.js 15 nobody looks for line feeds in what stands on one line.
    if (line !== undefined && (profile !== 'n16' || !line.includes('\n'))) return line;
  }
  const margin = `\n${' '.repeat(indentation)}`;
  return `${open}${margin}  ${entries.join(`,${margin}  `)}${margin}${close}`;
}

function onOneLine({ open, close, entries, indentation }: Container): string | undefined {
  let width = 2 * entries.length + indentation + open.length + CONTAINER_SLACK;
  if (width + entries.length > PAGE) return undefined;
  for (const entry of entries) {
    width += entry.length;
    if (width > PAGE) return undefined;
  }
  return `${open} ${entries.join(', ')} ${close}`;
}
