import { describe, expect, test } from 'vitest';
import { baseOf, isGlob, matcherOf } from '../../../src/audit/files/glob.ts';

describe('a pattern', () => {
  test.each<[string, string, boolean]>([
    ['docs/*.md', 'docs/a.md', true],
    ['docs/*.md', 'docs/a/b.md', false],
    ['docs/**/*.md', 'docs/a.md', true],
    ['docs/**/*.md', 'docs/a/b/c.md', true],
    ['docs/**/*.md', 'other/a.md', false],
    ['docs/**', 'docs/a/b.md', true],
    ['./docs/?.md', 'docs/a.md', true],
    ['docs/?.md', 'docs/ab.md', false],
    ['docs/*.{md,html}', 'docs/a.html', true],
    ['docs/*.{md,html}', 'docs/a.txt', false],
    ['docs/a,b*.md', 'docs/a,bc.md', true],
    ['docs/a+(b)[1]*.md', 'docs/a+(b)[1]x.md', true],
    ['docs/*.md', 'docs/amd', false],
  ])('%s and %s: %s', (glob, path, matches) => {
    expect(matcherOf(glob).test(path)).toBe(matches);
  });

  test.each([
    ['docs/**/*.md', 'docs'],
    ['*.md', '.'],
    ['/tmp/x/*.md', '/tmp/x'],
    ['/*.md', '/'],
    ['a/b{c,d}/e.md', 'a'],
  ])('%s lies in %s', (glob, base) => {
    expect(baseOf(glob)).toBe(base);
  });

  test('is told from a path by its signs', () => {
    expect(['a*.md', 'a?.md', 'a{b,c}.md', 'a.md', 'a[1].md'].map(isGlob)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
