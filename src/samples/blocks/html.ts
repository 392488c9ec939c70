import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { SampleError } from '../sample.ts';
import type { Item } from './block.ts';
import { readMarker } from './marker.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** The markers of an HTML page and its `<pre>` elements, in order. Offsets begin at `from`. */
export function itemsOfHtml(html: string, from = 0): readonly Item[] {
  const items: Item[] = [];
  // A fragment keeps comments before and after <body> where they stand.
  const waiting: Node[] = [...parseFragment(html, { sourceCodeLocationInfo: true }).childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const location = node.sourceCodeLocation;
    if (location == null) {
      if ('childNodes' in node) for (const child of [...node.childNodes].reverse()) waiting.push(child);
      continue;
    }
    const range = { from: from + location.startOffset, to: from + location.endOffset };
    if (node.nodeName === '#comment' && 'data' in node) {
      const reading = readMarker(node.data);
      if (reading !== undefined) items.push({ ...reading, ...range });
    } else if (node.nodeName === 'pre' && 'tagName' in node) items.push(preItem(node, html, from, range));
    else if ('childNodes' in node) for (const child of [...node.childNodes].reverse()) waiting.push(child);
  }
  return items;
}

function preItem(pre: Element, html: string, from: number, range: { from: number; to: number }): Item {
  const element = codeIn(pre) ?? pre;
  const { startTag, endTag } = element.sourceCodeLocation ?? {};
  if (startTag == null || endTag == null) return { kind: 'other', ...range };
  const start = startTag.endOffset;
  const newline = html.includes('\r\n') ? '\r\n' : '\n';
  return {
    kind: 'content',
    outer: range,
    from: from + start,
    to: from + endTag.startOffset,
    write: (text) => {
      const escaped = escape(text).replaceAll('\n', newline);
      // HTML drops a line break right after <pre>.
      return element === pre && text.startsWith('\n') ? `${newline}${escaped}` : escaped;
    },
  };
}

/** The `<code>` that is all that a `<pre>` holds. */
function codeIn({ childNodes }: Element): Element | undefined {
  const [only, ...more] = childNodes.filter((node) => !('value' in node) || node.value.trim() !== '');
  return only !== undefined && more.length === 0 && only.nodeName === 'code' && 'tagName' in only
    ? only
    : undefined;
}

function escape(text: string): string {
  if (text.includes('\0')) throw new SampleError('A print with a NUL character cannot stand in HTML.');
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
