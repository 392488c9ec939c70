import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NoPageError, pagesOf } from '../../../src/audit/files/pages.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printproof-pages-'));
  await mkdir(join(folder, 'b', 'c'), { recursive: true });
  await mkdir(join(folder, 'node_modules'));
  await mkdir(join(folder, '.hidden'));
  await mkdir(join(folder, 'empty'));
  await symlink(folder, join(folder, 'b', 'loop'));
  await writeFile(join(folder, 'a.md'), '\uFEFF# a');
  await writeFile(join(folder, 'b', 'page.HTML'), '<p>b</p>');
  await writeFile(join(folder, 'b', 'c', 'deep.txt'), 'deep');
  await writeFile(join(folder, 'b', 'program.ts'), 'code');
  await writeFile(join(folder, 'node_modules', 'not-ours.md'), 'x');
  await writeFile(join(folder, '.hidden', 'not-ours.md'), 'x');
});
afterAll(() => rm(folder, { recursive: true }));

async function namesOf(...names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const reading of pagesOf(names.map((name) => join(folder, name)))) {
    const path = reading.ok ? reading.page.path : reading.path;
    found.push(`${path.slice(folder.length + 1)}: ${reading.ok ? reading.page.kind : reading.why}`);
  }
  return found;
}

describe('pages', () => {
  test('of a folder are all below it, by name, each once', async () => {
    const all = ['a.md: markdown', 'b/c/deep.txt: text', 'b/page.HTML: html'];
    expect(await namesOf('')).toEqual(all);
    expect(await namesOf('a.md', '')).toEqual(all);
  });

  test('of a pattern are those that match', async () => {
    expect(await namesOf('**/*.{txt,HTML}')).toEqual(['b/c/deep.txt: text', 'b/page.HTML: html']);
  });

  test('keep their byte order mark, for whoever writes them back', async () => {
    for await (const reading of pagesOf([join(folder, 'a.md')]))
      expect(reading.ok && reading.page.text).toBe('\uFEFF# a');
  });

  test('that are none are said to be none', async () => {
    expect(await namesOf('b/program.ts')).toEqual([
      'b/program.ts: is no page: its name ends in none of .txt, .md and .html',
    ]);
  });

  test.each<[string, Uint8Array | string, string]>([
    ['binary', Uint8Array.of(1, 0, 2), 'is binary: it has NUL bytes'],
    ['not UTF-8', Uint8Array.of(0x61, 0xe9, 0x62), 'is not UTF-8'],
    ['huge', 'x'.repeat(8 * 1024 * 1024 + 1), 'has 8388609 bytes, more than the 8388608 of the largest page'],
  ])('that are %s are refused, not guessed at', async (what, content, why) => {
    const other = await mkdtemp(join(tmpdir(), 'printproof-refused-'));
    await writeFile(join(other, `${what}.md`), content);
    for await (const reading of pagesOf([other])) expect(reading).toMatchObject({ ok: false, why });
    await rm(other, { recursive: true });
  });

  test.each(['no-such-file.md', 'empty', '**/*.nothing', 'no-folder/*.md'])(
    '%s is an error',
    async (name) => {
      await expect(namesOf(name)).rejects.toThrow(NoPageError);
    },
  );
});
