import { fromMarkdown } from 'mdast-util-from-markdown';
import { SampleError } from '../sample.ts';
import type { Item } from './block.ts';
import { itemsOfHtml } from './html.ts';
import { readMarker } from './marker.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

const COMMENT = /^<!--([^]*?)-->$/;
const FENCE = /^(`{3,}|~{3,})/;

/** The markers of a Markdown page and its fences, in order; what stands inside a fence is text, not a marker. */
export function itemsOfMarkdown(page: string): readonly Item[] {
  return itemsIn(page, page, (offset) => offset);
}

/** `text` is the page, or the content of a tab without its indentation; `at` gives offsets in the page. */
function itemsIn(text: string, page: string, at: (offset: number) => number): readonly Item[] {
  const items: Item[] = [];
  const waiting: Node[] = [fromMarkdown(text)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const range = { from: at(start), to: at(Math.max(start, end - 1)) + Math.min(1, end - start) };
    if (node.type === 'html') items.push(...htmlItems(node.value, range, page));
    else if (node.type === 'code') items.push(...codeItems(text.slice(start, end), node.value, range, page));
    else if (node.type === 'inlineCode') items.push({ kind: 'other', ...range });
    else if ('children' in node) for (const child of [...node.children].reverse()) waiting.push(child);
  }
  return items;
}

function htmlItems(html: string, range: { from: number; to: number }, page: string): readonly Item[] {
  const comment = COMMENT.exec(html.trim())?.[1];
  const reading = comment === undefined || comment.includes('-->') ? undefined : readMarker(comment);
  if (reading !== undefined) return [{ ...reading, ...range }];
  return /printproof:sample/.test(html) ? itemsOfHtml(page.slice(range.from, range.to), range.from) : [];
}

function codeItems(
  source: string,
  value: string,
  range: { from: number; to: number },
  page: string,
): readonly Item[] {
  const fence = FENCE.exec(source)?.[1];
  if (fence !== undefined) return [fenceItem(fence, range, page)];
  // The indented content of a tab (`=== "Go"`) is Markdown again; an indented sample of this very syntax is not.
  if (!/printproof:sample/.test(value) || !isInTab(page, range.from)) return [{ kind: 'other', ...range }];
  const lineStart = page.lastIndexOf('\n', range.from - 1) + 1;
  const lines = page.slice(lineStart, range.to).split('\n');
  const indentation = /^[ \t]*/.exec(lines[0] ?? '')?.[0].length ?? 0;
  const cut = lines.map((line) => Math.min(indentation, /^[ \t]*/.exec(line)?.[0].length ?? 0));
  const starts: { readonly inner: number; readonly outer: number }[] = [];
  let inner = 0;
  let outer = lineStart;
  for (const [index, line] of lines.entries()) {
    starts.push({ inner, outer: outer + (cut[index] ?? 0) });
    inner += line.length - (cut[index] ?? 0) + 1;
    outer += line.length + 1;
  }
  const text = lines.map((line, index) => line.slice(cut[index] ?? 0)).join('\n');
  return itemsIn(text, page, (offset) => {
    const line = starts.findLast((one) => one.inner <= offset);
    return line === undefined ? lineStart : line.outer + offset - line.inner;
  });
}

/** Whether the nearest line above that is indented less opens a tab or an admonition. */
function isInTab(page: string, from: number): boolean {
  const above = page.slice(0, page.lastIndexOf('\n', from - 1) + 1).split('\n');
  const opener = above.findLast((line) => line.trim() !== '' && !/^(?: {4}|\t)/.test(line));
  return opener !== undefined && /^\s*(?:===|\?\?\?\+?|!!!)\s/.test(opener);
}

function fenceItem(fence: string, range: { from: number; to: number }, page: string): Item {
  const open = page.indexOf('\n', range.from);
  const close = page.lastIndexOf('\n', range.to - 1);
  const last = page.slice(close + 1, range.to).replaceAll(/[\s>]/g, '');
  const isClosed = close >= open && open !== -1 && last.startsWith(fence) && new Set(last).size === 1;
  if (!isClosed) return { kind: 'other', ...range };
  const lineStart = page.lastIndexOf('\n', range.from - 1) + 1;
  // A list's bullet stands on the first line only.
  const prefix = page.slice(lineStart, range.from).replaceAll(/[^\s>]/g, ' ');
  const newline = page[open - 1] === '\r' ? '\r\n' : '\n';
  const closing = new RegExp(`^ {0,3}${fence[0] ?? ''}{${fence.length},}[ \\t]*$`, 'm');
  const from = open + 1;
  return {
    kind: 'content',
    outer: range,
    from,
    to: close + 1,
    write: (text) => {
      if (closing.test(text) || text.includes('\r'))
        throw new SampleError(
          'A print with a carriage return, or a line that ends the fence, cannot stand in it.',
        );
      return text
        .split('\n')
        .map((line) => `${line === '' ? prefix.trimEnd() : prefix}${line}${newline}`)
        .join('');
    },
  };
}
