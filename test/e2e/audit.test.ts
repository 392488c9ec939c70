import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printproof } from './printproof.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printproof-audit-'));
  await writeFile(join(folder, 'clean.md'), '# Nothing here\n');
  await writeFile(join(folder, 'binary.md'), Uint8Array.of(0, 1, 2));
});
afterAll(() => rm(folder, { recursive: true }));

describe('printproof audit', () => {
  it('finds the samples of the documentation, with file, line and column, and ends with 1', async () => {
    const { stdout, exitCode } = await printproof('audit', 'fixtures/samples');
    expect(stdout).toContain('fixtures/samples/login-2018.txt: 9 samples in 1 example');
    expect(stdout).toContain('fixtures/samples/login-2018.txt:39:8 error key-secret');
    expect(stdout).toContain('4 pages, 27 samples');
    expect(stdout).not.toMatch(/fn[A-F][\w-]{37}/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(exitCode).toBe(1);
  });

  it.each<[string[], number]>([
    [['fixtures/samples/login-2018.txt', '--fail-on', 'never'], 0],
    [['fixtures/samples/create-a-token-2021.txt'], 0],
    [['fixtures/samples/create-a-token-2021.txt', '--fail-on', 'warning'], 1],
    [['fixtures/samples/*.txt', '--fail-on', 'error'], 1],
  ])('%j ends with %d', async (args, expected) => {
    const { exitCode, stdout } = await printproof('audit', ...args);
    expect(exitCode, stdout).toBe(expected);
  });

  it('a page without samples is clean, and one that cannot be read is not', async () => {
    const clean = await printproof('audit', join(folder, 'clean.md'));
    expect(clean.stdout).toContain('0 samples');
    expect(clean.exitCode).toBe(0);
    const both = await printproof('audit', folder);
    expect(both.stderr).toContain('binary.md is binary: it has NUL bytes.');
    expect(both.stdout).toContain('1 page, 0 samples');
    expect(both.exitCode).toBe(2);
  });

  it('--json is one JSON object with every sample and finding', async () => {
    const { stdout } = await printproof('audit', '--json', 'fixtures/samples', join(folder, 'binary.md'));
    const { auditVersion, pages, refused, totals } = JSON.parse(stdout);
    expect(auditVersion).toBe(1);
    expect(pages).toHaveLength(4);
    expect(totals).toMatchObject({ pages: 4, samples: 27, keys: 1 });
    expect(refused).toEqual([{ path: join(folder, 'binary.md'), why: 'is binary: it has NUL bytes' }]);
    expect(pages[1].samples[0]).toMatchObject({ number: 1, from: { line: 5, column: 1 }, fit: 'exact' });
    const empty = await printproof('audit', '--json', join(folder, 'binary.md'));
    expect(JSON.parse(empty.stdout).pages).toEqual([]);
  });

  it.each<[string[], string]>([
    [['audit'], "missing required argument 'page'"],
    [['audit', 'no-such-page.md'], 'There is no file or folder "no-such-page.md".'],
    [['audit', 'docs/*.nothing'], 'There is no page'],
    [['audit', 'docs', '--fail-on', 'sometimes'], 'Allowed choices are error, warning, note, never.'],
  ])('%j is a usage error', async (args, message) => {
    const { stdout, stderr, exitCode } = await printproof(...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([stdout, exitCode]).toEqual(['', 2]);
  });
});
