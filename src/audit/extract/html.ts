import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { joined, type MappedText } from '../mapped-text.ts';
import { align } from './align.ts';
import type { Segment } from './segment.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const CODE = new Set(['pre', 'listing', 'textarea', 'xmp', 'plaintext']);
const UNSEEN = new Set(['script', 'style', 'template', 'head', 'noscript']);
/** Elements inside a line; everything else ends one. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'dfn',
  'em',
  'i',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'tt',
  'u',
  'var',
  'wbr',
]);

/**
 * The stretches of an HTML page: each `<pre>` with the text that a reader sees in it, and the text between. `from` is where
 * the HTML begins in the page, for HTML inside Markdown.
 */
export function segmentsOfHtml(html: string, from = 0): readonly Segment[] {
  const segments: Segment[] = [];
  let between: MappedText[] = [];
  const endText = (): void => {
    if (between.some(({ text }) => text.trim() !== ''))
      segments.push({ kind: 'text', content: joined(between) });
    between = [];
  };
  // The tree may be as deep as the page is long, so no recursion: what waits is in reverse order.
  const waiting: (Node | MappedText)[] = [];
  const wait = (nodes: readonly (Node | MappedText)[]): void => {
    for (const node of [...nodes].reverse()) waiting.push(node);
  };
  wait(parse(html, { sourceCodeLocationInfo: true }).childNodes);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('nodeName' in node)) between.push(node);
    else if (CODE.has(node.nodeName) && 'childNodes' in node) {
      endText();
      const content = joined(textsIn(node, html, from));
      const language = languageOf(node);
      segments.push({ kind: 'code', content, ...(language === undefined ? {} : { language }) });
    } else if (node.nodeName === '#text') between.push(textOf(node, html, from));
    else if (!UNSEEN.has(node.nodeName)) {
      const children = childrenOf(node);
      const line = INLINE.has(node.nodeName) ? [] : [lineEnd(node, from)];
      wait([...line, ...children, ...line]);
    }
  }
  endText();
  return segments;
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

/** The texts of a block, tags left out (highlighters put one around every word). */
function textsIn(block: Node, html: string, from: number): readonly MappedText[] {
  const texts: MappedText[] = [];
  const waiting: Node[] = [...childrenOf(block)].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === '#text') texts.push(textOf(node, html, from));
    else if (node.nodeName === 'br') texts.push(lineEnd(node, from));
    else for (const child of [...childrenOf(node)].reverse()) waiting.push(child);
  }
  return texts;
}

function textOf(node: Node, html: string, from: number): MappedText {
  const text = 'value' in node ? node.value : '';
  const { startOffset = 0, endOffset = 0 } = node.sourceCodeLocation ?? {};
  const start = startOfBlock(node) ?? startOffset;
  return align(text, html.slice(start, endOffset), from + start);
}

/**
 * Where the content of a block begins that this text is the first of. The parser drops the line break there, and then places
 * a character reference that follows at its end.
 */
function startOfBlock(node: Node): number | undefined {
  const parent = 'parentNode' in node ? node.parentNode : null;
  if (parent === null || !CODE.has(parent.nodeName) || parent.childNodes[0] !== node) return undefined;
  return 'tagName' in parent ? parent.sourceCodeLocation?.startTag?.endOffset : undefined;
}

function lineEnd(node: Node, from: number): MappedText {
  const place = from + (node.sourceCodeLocation?.startOffset ?? 0);
  return { text: '\n', at: () => place };
}

/** `<pre class="language-go">`, or the same on the `<code>` in it. */
function languageOf(block: Node): string | undefined {
  const named = [block, ...childrenOf(block)].flatMap((node) => ('attrs' in node ? node.attrs : []));
  for (const { name, value } of named) {
    if (name === 'data-lang') return value;
    const language = name === 'class' ? /(?:^|\s)lang(?:uage)?-(\S+)/.exec(value)?.[1] : undefined;
    if (language !== undefined) return language;
  }
  return undefined;
}
