import type { Lines } from './lines.ts';

/** A string inside of a container; `cut`: how many further UTF-16 units it has, which are only counted. */
export function stringText(kept: string, cut: number, indentation: number, lines: Lines): string {
  const text = lines.string(kept, indentation);
  return cut === 0 ? text : `${text}... ${cut} more character${cut > 1 ? 's' : ''}`;
}
