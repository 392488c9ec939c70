import { placesOf } from '../../audit/page.ts';
import { SampleError } from '../sample.ts';
import type { Block, Item } from './block.ts';

/**
 * Pairs markers with what stands between them and their ends.
 * @throws SampleError with the line of a marker that is not followed by one fence or `<pre>` and its end.
 */
export function pairItems(items: readonly Item[], page: string, path: string): readonly Block[] {
  const place = placesOf(page);
  const fail = ({ from }: { readonly from: number }, why: string): never => {
    const { line, column } = place(from);
    throw new SampleError(`${path}:${line}:${column}: ${why}`);
  };
  const blocks: Block[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined || item.kind === 'content' || item.kind === 'other') continue;
    if (item.kind === 'broken') return fail(item, `this marker of a sample is broken: ${item.why}.`);
    if (item.kind === 'end') return fail(item, 'this is the end of a sample that does not begin.');
    const [content, end] = items.slice(at + 1, at + 3);
    if (content?.kind !== 'content' || end?.kind !== 'end')
      return fail(item, 'a marker is followed by one fence (or <pre>) and <!-- /printproof:sample -->.');
    const { outer } = content;
    if (!isBlank(page.slice(item.to, outer.from)) || !isBlank(page.slice(outer.to, end.from)))
      return fail(item, 'between the markers of a sample stands its fence (or <pre>) and nothing else.');
    blocks.push({
      marker: item.marker,
      offset: item.from,
      from: content.from,
      to: content.to,
      write: content.write,
    });
    at += 2;
  }
  return blocks;
}

/** White space, and what quotes and lists put before each line. */
function isBlank(text: string): boolean {
  return /^[\s>]*$/.test(text);
}
