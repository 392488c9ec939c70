/**
 * Programs on the pages for readers run, and print what the page says: a `ts` block is followed by the `text` block of its
 * output.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const library = pathToFileURL(join(root, 'src/index.ts')).href;

const pages = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md'));
const programs = (
  await Promise.all(
    pages.map(async (page) => {
      const text = await readFile(join(root, 'docs', page), 'utf8');
      return [...text.matchAll(/```ts\n([^]*?)```\n\n```text\n([^]*?)```/g)].map(
        ([, program = '', output = '']) => ({ page, program, output }),
      );
    }),
  )
).flat();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printproof-library-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('programs on pages', () => {
  it('are there', () => {
    expect(programs.map(({ page }) => page)).toContain('parse.md');
  });

  it.each(programs)('of docs/$page', async ({ program, output }) => {
    expect(program).toContain("from 'printproof'");
    const path = join(folder, 'program.mts');
    await writeFile(path, program.replace("from 'printproof'", `from '${library}'`));
    const { stdout } = await execa(process.execPath, ['--import', 'tsx', path], { cwd: root });
    expect(stdout.trim()).toBe(output.trim());
  });
});
