import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reports } from './render-reports.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes the reports' files, and gives their paths. They appear under their names when all of them are complete: a full
 * disk leaves the reports of the run before, and no half file that somebody takes for this run's.
 * @throws UsageError when the folder cannot be written.
 */
export async function writeReports(folder: string, files: Reports['files']): Promise<readonly string[]> {
  const reports = Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    return { path, text, half: `${path}.${process.pid}.part` };
  });
  try {
    await mkdir(folder, { recursive: true });
    for (const { half, text } of reports) await writeFile(half, text);
    for (const { half, path } of reports) await rename(half, path);
  } catch (cause) {
    for (const { half } of reports) await rm(half, { force: true }).catch(() => undefined);
    throw new UsageError(
      `The reports cannot be written to ${folder}: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Is the disk full, or the folder not yours? Choose another with --output.',
      { cause },
    );
  }
  return reports.map(({ path }) => path);
}
