import { joined, slice, type MappedText } from '../mapped-text.ts';

/** The lines of a text, without their ends. */
export function linesOf(content: MappedText): readonly MappedText[] {
  const lines: MappedText[] = [];
  let from = 0;
  while (from <= content.text.length) {
    const newline = content.text.indexOf('\n', from);
    const end = newline === -1 ? content.text.length : newline;
    const bare = end > from && content.text[end - 1] === '\r' ? end - 1 : end;
    lines.push(slice(content, from, bare));
    if (newline === -1) break;
    from = newline + 1;
  }
  return lines;
}

/** Lines as one text, without the indentation that all of them have and without white space around it. */
export function block(lines: readonly MappedText[]): MappedText {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const indentations = filled.map(({ text }) => text.length - text.trimStart().length);
  const common = indentations.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  return trimmed(
    joined(
      common === 0
        ? lines
        : lines.map((line) => slice(line, Math.min(common, line.text.length), line.text.length)),
      '\n',
    ),
  );
}

function trimmed(content: MappedText): MappedText {
  const start = content.text.length - content.text.trimStart().length;
  return slice(content, start, Math.max(start, content.text.trimEnd().length));
}
