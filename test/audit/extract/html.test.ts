import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOfHtml } from '../../../src/audit/extract/html.ts';

/** How a character may be spelt in HTML. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  '<': ['&lt;', '&#60;', '&#x3C;', '&LT;'],
  '>': ['&gt;', '>', '&#62;'],
  '&': ['&amp;', '&#38;', '&#x26;'],
  '"': ['&quot;', '"', '&#34;'],
  "'": ['&#39;', "'", '&apos;'],
  '’': ['&rsquo;', '’', '&#8217;'],
  '\n': ['\n', '\r\n', '<br>'],
};
const TAGS = [
  '',
  '<span class="hljs-string">',
  '</span>',
  '<b>',
  '</b>',
  '<!-- x -->',
  '<a href="a&amp;b">',
  '</a>',
];

/** A `<pre>` as its characters, and each of them as the page spells it. */
const preformatted = fc.array(
  fc.record({
    character: fc.oneof(
      fc.constantFrom(...Object.keys(SPELLINGS)),
      fc.constantFrom(...Array.from('abc{}[]:;0xé☃ ')),
      fc.constant('💡'),
    ),
    spelling: fc.nat(),
    tag: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, fc.constantFrom(...TAGS)),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('the text of a <pre>', () => {
  test('is what a reader sees, and every character knows where it stands', () => {
    fc.assert(
      fc.property(preformatted, fc.constantFrom('', '\n'), (characters, first) => {
        let html = `<p>before &amp; after</p>\n<pre>${first}`;
        let text = '';
        const places: (readonly [at: number, place: number])[] = [];
        for (const { character, spelling, tag } of characters) {
          const spelt = SPELLINGS[character];
          // The first line break after <pre> is dropped, and that is a law of its own below.
          const written = spelt?.[spelling % spelt.length] ?? character;
          if (text === '' && character === '\n') continue;
          html += tag;
          places.push([text.length, html.length]);
          html += written;
          text += character;
        }
        html += '</pre><p>end</p>';
        const code = segmentsOfHtml(html).find(({ kind }) => kind === 'code');
        expect(code?.content.text).toBe(text);
        for (const [at, place] of places) expect([at, code?.content.at(at)]).toEqual([at, place]);
      }),
    );
  });

  test.each<[string, string, number]>([
    ['<pre>\nx</pre>', 'x', 6],
    ['<pre>\n\nx</pre>', '\nx', 6],
    ['<pre>\r\n\r\nx</pre>', '\nx', 7],
    ['<pre>x</pre>', 'x', 5],
  ])('%j is %j', (html, text, place) => {
    const [code] = segmentsOfHtml(html);
    expect([code?.content.text, code?.content.at(0)]).toEqual([text, place]);
  });

  test('knows its language', () => {
    const languages = (html: string): unknown => segmentsOfHtml(html).map(({ language }) => language);
    expect(languages('<pre class="x language-go">a</pre>')).toEqual(['go']);
    expect(languages('<pre><code class="lang-js">a</code></pre>')).toEqual(['js']);
    expect(languages('<pre><code data-lang="py">a</code></pre>')).toEqual(['py']);
    expect(languages('<pre>a</pre>')).toEqual([undefined]);
  });
});

test('the text between keeps its lines, scripts and styles left out', () => {
  const [text, ...rest] = segmentsOfHtml(
    '<style>p{}</style><h1>A</h1><p>b <i>c</i>d<script>{"a":1}</script><ul><li>e<li>f</ul>',
  );
  expect(rest).toEqual([]);
  expect(text?.content.text.split('\n').filter((line) => line.trim() !== '')).toEqual([
    'A',
    'b cd',
    'e',
    'f',
  ]);
});

test('a page as deep as it is long is read', () => {
  const depth = 20_000;
  const code = segmentsOfHtml(`${'<b>'.repeat(depth)}<pre>x</pre>`).find(({ kind }) => kind === 'code');
  expect(code?.content.text).toBe('x');
});
