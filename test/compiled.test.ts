import { copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';

const project = fileURLToPath(new URL('../', import.meta.url));
let folder = '';

/** A project with one program. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printproof-test-'));
  await mkdir(join(folder, 'src', 'deep'), { recursive: true });
  await mkdir(join(folder, 'tmp'));
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await copyFile(join(project, 'src', 'compiled.mjs'), join(folder, 'src', 'compiled.mjs'));
  await program('console.log("one" satisfies string);');
});
afterEach(() => rm(folder, { recursive: true }));

async function program(text: string): Promise<void> {
  await writeFile(join(folder, 'src', 'deep', 'program.ts'), text);
}

function start(): Promise<{ stdout: string; stderr: string }> {
  const loader = pathToFileURL(join(folder, 'src', 'compiled.mjs')).href;
  const line = `const { importCompiled } = await import(${JSON.stringify(loader)}); await importCompiled('deep/program.ts');`;
  const env = { TMPDIR: join(folder, 'tmp'), TEMP: join(folder, 'tmp') };
  return execa(process.execPath, ['--input-type=module', '--eval', line], { env, reject: false });
}

test('a change of the sources is seen at the next start', async () => {
  expect((await start()).stdout).toBe('one');
  await program('console.log("another");');
  expect((await start()).stdout).toBe('another');
});

test('programs that start at the same time do not disturb each other', async () => {
  const outputs = await Promise.all([start(), start(), start()]);
  expect(outputs.map(({ stdout }) => stdout)).toEqual(['one', 'one', 'one']);
  expect(await readdir(join(folder, '.printproof', 'compiled'))).toHaveLength(1);
});

test('where nothing can be written beside the sources, the program starts nevertheless and leaves nothing', async () => {
  await writeFile(join(folder, '.printproof'), 'a file where the folder would be');
  await program('const { z } = await import("zod"); console.log(z.string().parse("one"));');
  expect(await start()).toMatchObject({ stdout: 'one', stderr: '' });
  expect(await readdir(join(folder, 'tmp'))).toEqual([]);
});

test('modules find files beside their sources, and stacks name lines of the sources', async () => {
  await program('type Unseen = 1;\nconsole.log(import.meta.url);\nthrow new Error("seen");');
  const { stdout, stderr } = await start();
  expect(stdout).toBe(pathToFileURL(join(folder, 'src', 'deep', 'program.ts')).href);
  expect(stderr).toMatch(/program\.ts:3:\d+/);
});
