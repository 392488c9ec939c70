import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consoleLog, inspect } from '../../../../src/format/js/layout/inspect.ts';
import type { Shown } from '../../../../src/format/js/layout/shown.ts';
import { wellFormed } from '../../../../src/format/shared/well-formed.ts';
import { textOf, valueOf } from './inspect-trees.cjs';
import { treeJson } from './tree-json.ts';
import { giants, trees } from './trees.ts';

const asked = fc.oneof(
  { weight: 8, arbitrary: trees(5) },
  { weight: 2, arbitrary: trees(2) },
  { weight: 1, arbitrary: giants },
);

/** What the Node.js that runs this prints itself. */
function real(tree: Shown, depth?: number | null): string {
  return textOf(valueOf(treeJson(tree)), depth);
}

describe('the layout of the Node.js that runs this, 16 or later', () => {
  it('is the text of util.inspect, to any depth', () => {
    fc.assert(
      fc.property(asked, fc.constantFrom(0, 1, 2, 3, null), (tree, depth) => {
        const text = inspect(tree, 'n16', { depth: depth ?? Number.POSITIVE_INFINITY });
        expect(text).toBe(real(tree, depth));
      }),
      { numRuns: 3000 },
    );
  });

  it('is what console.log writes, where a string stands as it is', () => {
    fc.assert(
      fc.property(asked, (tree) => {
        expect(consoleLog(tree, 'n16')).toBe(wellFormed(real(tree)));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no stack: arrays nested far deeper than a call stack is', () => {
    let tree: Shown = 1;
    for (let level = 0; level < 2500; level += 1) tree = { kind: 'array', items: [tree] };
    const text = inspect(tree, 'n16', { depth: Number.POSITIVE_INFINITY });
    expect(text.replaceAll(/\s/g, '')).toBe(`${'['.repeat(2500)}1${']'.repeat(2500)}`);
  });
});
