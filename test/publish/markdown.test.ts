import { describe, expect, test } from 'vitest';
import { block, code } from '../../src/publish/markdown.ts';

describe('a code span in a table', () => {
  test.each([
    ['plain', 'plain'],
    ['a|b*c_d', 'a&#124;b&#42;c&#95;d'],
    ['<b>&', '&lt;b&gt;&amp;'],
    ['two\nlines', 'two⏎lines'],
    ['\0\u202e', '␀&lt;U+202E&gt;'],
    ['x'.repeat(19), 'x'.repeat(19)],
    [`a${'x'.repeat(10_000)}b`, 'axx‹10000 times›b'],
    [`${'true, '.repeat(100)}true`, 'true, true, ‹100 times›true'],
  ])('of %j', (text, shown) => {
    expect(code(text)).toBe(`<code>${shown}</code>`);
  });

  test('of a long text says how much is left out', () => {
    const text = Array.from({ length: 300 }, (_, at) => at).join(' ');
    expect(code(text)).toMatch(/^<code>0 1 2 [\d ]{394}<\/code> … \d+ more characters$/);
  });
});

test('the fence of a block is longer than any in it', () => {
  expect(block('a\n````\nb', 'text')).toBe('`````text\na\n````\nb\n`````');
});
