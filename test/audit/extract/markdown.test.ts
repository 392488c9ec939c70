import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOfMarkdown } from '../../../src/audit/extract/markdown.ts';

const line = fc.stringMatching(/^[ -_a-}]{0,20}$/).filter((text) => !/^\s*[`~]{3}/.test(text));
const PREFIXES = ['', '> ', '> > ', '- ', '1. ', '- - '] as const;

describe('the text of a fence', () => {
  test('is its lines without what quotes and lists put before them, and every character knows where it stands', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...PREFIXES),
        fc.constantFrom('```', '~~~~', '```go title="a"'),
        fc.constantFrom('\n', '\r\n'),
        (lines, prefix, fence, newline) => {
          const rest = prefix.replaceAll(/[^> ]/g, ' ');
          const close = /^[`~]+/.exec(fence)?.[0] ?? '';
          const page = [
            'Before.',
            '',
            `${prefix}${fence}`,
            ...lines.map((one) => rest + one),
            rest + close,
            '',
          ].join(newline);
          const code = segmentsOfMarkdown(page).find(({ kind }) => kind === 'code');
          expect(code?.content.text).toBe(lines.join('\n'));
          const text = code?.content.text ?? '';
          for (let at = 0; at < text.length; at += 1)
            if (text[at] !== '\n') expect(page[code?.content.at(at) ?? -1]).toBe(text[at]);
        },
      ),
    );
  });

  test('is found in a tab that is indented, as in others', () => {
    const page =
      '=== "Go"\n\n    ```go\n    map[a:1]\n      b\n    ```\n\n=== "Java"\n\n    ```java\n    {a: 1}\n    ```\n';
    const codes = segmentsOfMarkdown(page).filter(({ kind }) => kind === 'code');
    expect(
      codes.map(({ content, language }) => [
        language,
        content.text,
        page.slice(content.at(0), content.at(3)),
      ]),
    ).toEqual([
      ['go', 'map[a:1]\n  b', 'map'],
      ['java', '{a: 1}', '{a:'],
    ]);
  });

  test('an indented block is code, and <pre> is read as HTML', () => {
    const page = 'x\n\n    {a: 1}\n\n<pre>&lt;nil&gt;</pre>\n\nend\n';
    const codes = segmentsOfMarkdown(page).filter(({ kind }) => kind === 'code');
    expect(
      codes.map(({ content }) => [content.text, page.slice(content.at(0), content.at(content.text.length))]),
    ).toEqual([
      ['{a: 1}', '{a: 1}'],
      ['<nil>', '&lt;nil&gt;'],
    ]);
  });
});

test('code and text are in the order of the page and leave nothing out', () => {
  const page = 'one\n\n```\ntwo\n```\n\nthree\n\n    four\n\nfive\n';
  expect(segmentsOfMarkdown(page).map(({ kind, content }) => [kind, content.text.trim()])).toEqual([
    ['text', 'one'],
    ['code', 'two'],
    ['text', 'three'],
    ['code', 'four'],
    ['text', 'five'],
  ]);
});
