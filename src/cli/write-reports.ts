import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderHtml } from '../report/html/render-html.tsx';
import { findSecrets } from '../report/secrets.ts';
import { renderRunJson } from '../report/run-json.ts';
import type { RunRecord } from '../verdict/record.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes `run.json` and `index.html`, and gives their paths.
 * @throws UsageError when the folder cannot be written.
 */
export async function writeReports(folder: string, record: RunRecord): Promise<readonly string[]> {
  const files: Readonly<Record<string, string>> = {
    'index.html': renderHtml(record),
    'run.json': renderRunJson(record),
  };
  for (const [name, text] of Object.entries(files))
    if (findSecrets(text).length > 0)
      throw new Error(
        `${name} would show ${findSecrets(text).length} secrets of the database; it was not written.`,
      );
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  } catch (cause) {
    throw new UsageError(
      `The reports cannot be written to ${folder}: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Is the disk full, or the folder not yours? Choose another with --output.',
      { cause },
    );
  }
  return Object.keys(files).map((name) => join(folder, name));
}
