/** Random pages with marked blocks in them, for the law that a rewriting touches nothing else. */
import fc from 'fast-check';

/** A page, and where the content of each of its blocks stands. */
export interface BlockPage {
  readonly text: string;
  readonly blocks: readonly { readonly from: number; readonly to: number }[];
}

type Part = string | { readonly content: string };

/** Things that stand between blocks in Markdown, some of them close to being blocks. */
const MARKDOWN_BETWEEN = [
  '# A heading',
  'Prose with `code`, *stars* and an `<!-- printproof:sample driver=go -->` in code.',
  '```\n<!-- printproof:sample driver=go -->\n```',
  '    <!-- printproof:sample driver=go -->\n    indented code',
  '- a list\n- of things',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  '> a quote\n> of two lines',
  '<!-- a comment of somebody else -->',
  '```go\nfmt.Println(result)\n```',
  '<div class="tabs">\n<b>bold</b>\n</div>',
  'A line that ends in two blanks.  \nAnother. ☃ 💡',
  '=== "Java"\n\n    Prose in a tab.\n\nThe end of the tabs.',
  '~~~~\n```\nfence in a fence\n```\n~~~~',
];

const HTML_BETWEEN = [
  '<h1>A &amp; B</h1>',
  '<p>Prose with <code>&lt;!-- printproof:sample driver=go --&gt;</code>.</p>',
  '<pre>&lt;!-- printproof:sample driver=go --&gt;\nx</pre>',
  '<ul><li>one<li>two</ul>',
  '<!-- a comment of somebody else -->',
  '<table><tr><td>1 < 2</td></table>',
  '<script>const x = "<!-- not ours -->";</script>',
  '<br><img src=x alt="a > b">',
  '☃ 💡 text',
];

/** A line of old content: anything that neither ends a fence nor a `<pre>`. */
const oldLine = fc.stringMatching(/^[ -;=?-_a-z{|}]{0,20}$/).filter((line) => !/^\s*[`~]{3}/.test(line));

export const markdownPage: fc.Arbitrary<BlockPage> = fc
  .record({
    parts: fc.array(
      fc.oneof(
        fc.constantFrom(...MARKDOWN_BETWEEN),
        fc.record({
          prefix: fc.constantFrom('', '> '),
          fence: fc.constantFrom('```', '~~~~', '```js title="x"'),
          content: fc.array(oldLine, { maxLength: 3 }),
        }),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    newline: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n'),
  })
  .map(({ parts, newline, end }) => {
    const pieces: Part[] = [];
    for (const part of parts) {
      if (typeof part === 'string') {
        pieces.push(`${part}\n\n`);
        continue;
      }
      const { prefix, fence, content } = part;
      const close = /^[`~]+/.exec(fence)?.[0] ?? '';
      pieces.push(
        `${prefix}<!-- printproof:sample driver=go -->\n${prefix}${fence}\n`,
        { content: content.map((line) => `${prefix}${line}\n`).join('') },
        `${prefix}${close}\n${prefix}<!-- /printproof:sample -->\n\n`,
      );
    }
    return assemble([...pieces, end], newline);
  });

export const htmlPage: fc.Arbitrary<BlockPage> = fc
  .record({
    parts: fc.array(
      fc.oneof(
        fc.constantFrom(...HTML_BETWEEN),
        fc.record({
          open: fc.constantFrom('<pre>', '<pre class="x">', '<pre><code class="language-go">'),
          content: fc.array(oldLine, { maxLength: 3 }),
        }),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    newline: fc.constantFrom('\n', '\r\n'),
    isWhole: fc.boolean(),
  })
  .map(({ parts, newline, isWhole }) => {
    const pieces: Part[] = isWhole ? ['<!doctype html>\n<html><head><title>x</title></head>\n<body>\n'] : [];
    for (const part of parts) {
      if (typeof part === 'string') {
        pieces.push(`${part}\n`);
        continue;
      }
      const close = part.open.includes('<code') ? '</code></pre>' : '</pre>';
      pieces.push(
        `<!-- printproof:sample driver="go" -->\n${part.open}`,
        { content: part.content.join('\n') },
        `${close}\n<!-- /printproof:sample -->\n`,
      );
    }
    return assemble(isWhole ? [...pieces, '</body></html>\n'] : pieces, newline);
  });

function assemble(parts: readonly Part[], newline: string): BlockPage {
  let text = '';
  const blocks: { from: number; to: number }[] = [];
  for (const part of parts) {
    const piece = (typeof part === 'string' ? part : part.content).replaceAll('\n', newline);
    if (typeof part !== 'string') blocks.push({ from: text.length, to: text.length + piece.length });
    text += piece;
  }
  return { text, blocks };
}
