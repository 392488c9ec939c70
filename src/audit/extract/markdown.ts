import { fromMarkdown } from 'mdast-util-from-markdown';
import { asItIs, joined, slice, type MappedText } from '../mapped-text.ts';
import { segmentsOfHtml } from './html.ts';
import type { Segment } from './segment.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

/**
 * The stretches of a Markdown page: each fence and indented block, `<pre>` in HTML, and the text between as it stands. The
 * indented content of a tab (`=== "Go"`) is Markdown again.
 */
export function segmentsOfMarkdown(page: string): readonly Segment[] {
  return segmentsIn(asItIs(page, 0, page.length));
}

function segmentsIn(page: MappedText): readonly Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  const textUpTo = (end: number): void => {
    if (page.text.slice(done, end).trim() !== '')
      segments.push({ kind: 'text', content: slice(page, done, end) });
  };
  for (const node of blocksOf(fromMarkdown(page.text))) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'html' && !/<(?:pre|textarea)\b/i.test(node.value)) continue;
    textUpTo(start);
    if (node.type === 'html')
      segments.push(...moved(segmentsOfHtml(page.text.slice(start, end)), page, start));
    else segments.push(...codeSegments(node, page, start, end));
    done = end;
  }
  textUpTo(page.text.length);
  return segments;
}

type Block = Extract<Root['children'][number], { type: 'code' | 'html' }>;

function blocksOf(root: Root): readonly Block[] {
  const blocks: Block[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'code' || node.type === 'html') blocks.push(node);
    else if ('children' in node) for (const child of [...node.children].reverse()) waiting.push(child);
  }
  return blocks;
}

function codeSegments(
  { value, lang }: { readonly value: string; readonly lang?: string | null | undefined },
  page: MappedText,
  start: number,
  end: number,
): readonly Segment[] {
  const content = contentOf(value, page, start, end);
  const isIndented = !/^(?:`{3}|~{3})/.test(page.text.slice(start, end));
  // An indented block that holds a fence is the content of a tab, which other renderers take for Markdown.
  if (isIndented && /^(?:`{3}|~{3})/m.test(value)) return segmentsIn(content);
  return [{ kind: 'code', content, ...(lang == null ? {} : { language: lang }) }];
}

/** Lays a block's lines over those of the page: a line of the block is the end of its line in the page. */
function contentOf(value: string, page: MappedText, start: number, end: number): MappedText {
  const lineStart = page.text.lastIndexOf('\n', start - 1) + 1;
  const isFenced = /^(?:`{3}|~{3})/.test(page.text.slice(start, end));
  let from = isFenced ? after(page.text, page.text.indexOf('\n', start), end) : lineStart;
  const lines = value.split(/\r?\n/).map((line) => {
    const newline = page.text.indexOf('\n', from);
    const lineEnd = newline === -1 || newline > end ? end : newline;
    const bare = page.text[lineEnd - 1] === '\r' && lineEnd > from ? lineEnd - 1 : lineEnd;
    const at = Math.max(from, bare - line.length);
    from = after(page.text, newline, end);
    // A tab before the block may be spelt out in its text: then the line is placed by its end.
    return page.text.slice(at, bare) === line ? slice(page, at, bare) : { text: line, at: () => page.at(at) };
  });
  return joined(lines, '\n');
}

function after(text: string, newline: number, end: number): number {
  return newline === -1 ? Math.min(end, text.length) : newline + 1;
}

function moved(segments: readonly Segment[], page: MappedText, start: number): readonly Segment[] {
  return segments.map(({ content, ...segment }) => ({
    ...segment,
    content: { text: content.text, at: (offset) => page.at(start + content.at(offset)) },
  }));
}
