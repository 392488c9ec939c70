import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeReports } from '../../src/cli/write-reports.ts';

const files = { 'index.html': '<p>', 'run.json': '{}' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printproof-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writing the reports', () => {
  it('makes the folder, and leaves nothing but the files', async () => {
    const reports = join(folder, 'a', 'b');
    expect(await writeReports(reports, files)).toEqual([
      join(reports, 'index.html'),
      join(reports, 'run.json'),
    ]);
    expect((await readdir(reports)).toSorted()).toEqual(['index.html', 'run.json']);
    expect(await readFile(join(reports, 'run.json'), 'utf8')).toBe('{}');
  });

  it('that cannot all be written keeps what was there, leaves no half file, and says what to do', async () => {
    await writeFile(join(folder, 'index.html'), 'of the run before');
    // A folder in the way of the second file: writing succeeds, appearing under its name does not.
    await mkdir(join(folder, 'run.json'));
    await expect(writeReports(folder, { 'run.json': '{}', 'index.html': '<p>' })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(folder),
      hint: expect.stringContaining('--output'),
    });
    expect((await readdir(folder)).toSorted()).toEqual(['index.html', 'run.json']);
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('of the run before');
  });
});
