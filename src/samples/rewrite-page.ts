import type { Page } from '../audit/page.ts';
import type { Block } from './blocks/block.ts';
import { itemsOfHtml } from './blocks/html.ts';
import { itemsOfMarkdown } from './blocks/markdown.ts';
import { pairItems } from './blocks/pair-items.ts';
import { SampleError, type Tab } from './sample.ts';

/** A block of a page, what stands in it and what it would hold. */
export interface Rewritten {
  readonly block: Block;
  readonly tab: Tab;
  readonly before: string;
  /** Equal to `before` where the block is fresh, or where there is no print to write. */
  readonly after: string;
}

/**
 * The marked blocks of a page.
 * @throws SampleError for markers that do not fit together.
 */
export function blocksOf({ kind, text, path }: Page): readonly Block[] {
  switch (kind) {
    case 'markdown':
      return pairItems(itemsOfMarkdown(text), text, path);
    case 'html':
      return pairItems(itemsOfHtml(text), text, path);
    case 'text':
      throw new SampleError(`${path}: samples are written into Markdown and HTML only.`);
  }
}

/** Writes tabs into the blocks of a page; everything else of it stays as it is, byte for byte. */
export function rewritePage(
  page: Page,
  blocks: readonly Block[],
  tabOf: (block: Block) => Tab,
): { readonly text: string; readonly rewritten: readonly Rewritten[] } {
  const rewritten = blocks.map((block): Rewritten => {
    const tab = tabOf(block);
    const before = page.text.slice(block.from, block.to);
    return { block, tab, before, after: tab.state === 'missing' ? before : block.write(tab.text) };
  });
  let text = '';
  let done = 0;
  for (const { block, after } of rewritten) {
    text += page.text.slice(done, block.from) + after;
    done = block.to;
  }
  return { text: text + page.text.slice(done), rewritten };
}
