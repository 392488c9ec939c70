import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf } from '../../src/audit/extract/extract.ts';
import type { PageKind } from '../../src/audit/page.ts';
import { blocksOf, rewritePage } from '../../src/samples/rewrite-page.ts';
import { SampleError } from '../../src/samples/sample.ts';
import { htmlPage, markdownPage, type BlockPage } from './pages.ts';

/** Prints of all drivers, and what HTML and fences have to be careful with. */
const print = fc.oneof(
  fc.constantFrom(
    'map[a:<nil> b:&{tokens <nil> <nil> <nil>}]',
    '{\n  ref: Ref(Tokens(), "1"),\n  secret: \'x\'\n}',
    'a &amp; b </pre> <!-- /printproof:sample -->',
    '\nbegins with a line break',
    'a\n\nblank line',
    '☃ 💡',
  ),
  fc
    .array(fc.stringMatching(/^[ -_a-}]{0,30}$/), { minLength: 1, maxLength: 4 })
    .map((lines) => lines.join('\n')),
);

const KINDS: readonly (readonly [PageKind, fc.Arbitrary<BlockPage>])[] = [
  ['markdown', markdownPage],
  ['html', htmlPage],
];

describe.each(KINDS)('a rewriting of %s', (kind, pages) => {
  test('finds just the marked blocks', () => {
    fc.assert(
      fc.property(pages, ({ text, blocks }) => {
        const found = blocksOf({ path: 'page', kind, text });
        expect(found.map(({ from, to }) => ({ from, to }))).toEqual(blocks);
      }),
    );
  });

  test('touches nothing else, byte for byte', () => {
    fc.assert(
      fc.property(pages, print, ({ text, blocks }, printed) => {
        const after = rewrite(kind, text, printed);
        expect(outside(after, blocksOf({ path: 'page', kind, text: after }))).toEqual(outside(text, blocks));
      }),
    );
  });

  test('shows the print to a reader as it is, and is fresh afterwards', () => {
    fc.assert(
      fc.property(pages, print, ({ text, blocks }, printed) => {
        const after = rewrite(kind, text, printed);
        const found = blocksOf({ path: 'page', kind, text: after });
        const shown = segmentsOf({ path: 'page', kind, text: after }).flatMap((segment) =>
          segment.kind === 'code' && found.some(({ from, to }) => isWithin(segment.content.at(0), from, to))
            ? [segment.content.text.replaceAll('\r\n', '\n')]
            : [],
        );
        const isAllBlank = printed.trim() === '';
        if (!isAllBlank) expect(shown).toEqual(blocks.map(() => printed));
        expect(rewrite(kind, after, printed)).toBe(after);
      }),
    );
  });

  test('leaves a block without a print alone', () => {
    fc.assert(
      fc.property(pages, ({ text }) => {
        const page = { path: 'page', kind, text };
        const tab = { state: 'missing', title: 'Go', why: 'not here' } as const;
        expect(rewritePage(page, blocksOf(page), () => tab).text).toBe(text);
      }),
    );
  });
});

describe('markers that do not fit together are refused, with their line', () => {
  const begin = '<!-- printproof:sample driver=go -->';
  const end = '<!-- /printproof:sample -->';
  test.each<[string, PageKind, string, string]>([
    [
      'no end',
      'markdown',
      `x\n\n${begin}\n\`\`\`\na\n\`\`\`\n`,
      'page:3:1: a marker is followed by one fence',
    ],
    ['no fence', 'markdown', `${begin}\n\n${end}\n`, 'page:1:1: a marker is followed by one fence'],
    ['a fence that is not closed', 'markdown', `${begin}\n\`\`\`\na\n${end}\n`, 'page:1:1'],
    ['prose between', 'markdown', `${begin}\n\nwords\n\n\`\`\`\na\n\`\`\`\n${end}\n`, 'and nothing else'],
    ['two fences', 'markdown', `${begin}\n\`\`\`\na\n\`\`\`\n\`\`\`\nb\n\`\`\`\n${end}\n`, 'page:1:1'],
    [
      'an end alone',
      'markdown',
      `a\n\n${end}\n`,
      'page:3:1: this is the end of a sample that does not begin',
    ],
    ['no driver', 'markdown', '<!-- printproof:sample scenario=x -->\n', 'it names no driver'],
    [
      'an unknown name',
      'html',
      '<!-- printproof:sample drivr=go -->',
      '"drivr" is none of driver, scenario, step',
    ],
    ['a name twice', 'html', '<!-- printproof:sample driver=a driver=b -->', 'stands there twice'],
    ['a stray word', 'html', '<!-- printproof:sample driver=a go -->', '"go" is no name="value"'],
    ['prose between', 'html', `${begin}<p>x</p><pre>a</pre>${end}`, 'and nothing else'],
    ['no end', 'html', `<div>${begin}<pre>a</pre></div>`, 'page:1:6'],
    ['a pre that is not closed', 'html', `${begin}<pre>a${end}`, 'page:1:1'],
  ])('%s (%s)', (_what, kind, text, message) => {
    const refused = (): unknown => blocksOf({ path: 'page', kind, text });
    expect(refused).toThrow(SampleError);
    expect(refused).toThrow(message);
  });

  test('a bare text has no blocks', () => {
    expect(() => blocksOf({ path: 'page', kind: 'text', text: '' })).toThrow('Markdown and HTML only');
  });
});

describe('what cannot stand in a block is refused', () => {
  test.each<[string, PageKind, string]>([
    ['a line that ends the fence', 'markdown', 'a\n```\nb'],
    ['a carriage return in a fence', 'markdown', 'a\rb'],
    ['NUL in HTML', 'html', 'a\0b'],
  ])('%s', (_what, kind, printed) => {
    const text =
      kind === 'markdown'
        ? '<!-- printproof:sample driver=go -->\n```\n```\n<!-- /printproof:sample -->\n'
        : '<!-- printproof:sample driver=go --><pre></pre><!-- /printproof:sample -->';
    expect(() => rewrite(kind, text, printed)).toThrow(SampleError);
  });
});

test('the tabs of a page, indented as other renderers have it, are written with their indentation', () => {
  const page = (content: string): string =>
    `=== "Go"\n\n    <!-- printproof:sample driver=go -->\n    \`\`\`\n${content}    \`\`\`\n    <!-- /printproof:sample -->\n\n=== "Java"\n`;
  expect(rewrite('markdown', page('    old\n'), 'a\n\nb')).toBe(page('    a\n\n    b\n'));
});

test('HTML inside Markdown has blocks too', () => {
  const page = (content: string): string =>
    `# x\n\n<div>\n<!-- printproof:sample driver=go -->\n<pre>${content}</pre>\n<!-- /printproof:sample -->\n</div>\n`;
  expect(rewrite('markdown', page('old'), 'map[a:<nil>]')).toBe(page('map[a:&lt;nil&gt;]'));
});

function rewrite(kind: PageKind, text: string, printed: string): string {
  const page = { path: 'page', kind, text };
  return rewritePage(page, blocksOf(page), () => ({ state: 'printed', title: 'Go', text: printed })).text;
}

function outside(text: string, blocks: readonly { from: number; to: number }[]): readonly string[] {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to } of blocks) {
    parts.push(text.slice(done, from));
    done = to;
  }
  return [...parts, text.slice(done)];
}

function isWithin(offset: number, from: number, to: number): boolean {
  return from <= offset && offset <= to;
}
