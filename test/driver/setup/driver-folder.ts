import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadManifest, type DriverFolder } from '../../../src/driver/setup/load-manifest.ts';

/** A folder that is removed with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'printproof-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A manifest with nothing in it but what every one has. */
export const MINIMAL = {
  name: 'example',
  title: 'Example',
  package: 'example',
  version: '1.0.0',
  format: 'http/2.7',
  needs: [],
  files: [],
  setup: [],
  start: { command: '{node}', args: [] },
} as const;

/** Writes a driver's folder and reads it back. */
export async function driverFolder(
  within: string,
  manifest: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>> = {},
): Promise<DriverFolder> {
  const complete: Readonly<Record<string, unknown>> = { ...MINIMAL, ...manifest };
  const folder = join(within, String(complete['name']));
  const contents = { ...files, 'driver.json': JSON.stringify(complete) };
  for (const [path, content] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return loadManifest(folder);
}

/** A set-up step that runs JavaScript. */
export const step = (
  title: string,
  script: string,
  more: Readonly<Record<string, unknown>> = {},
): unknown => ({
  title,
  command: '{node}',
  args: ['-e', script],
  ...more,
});
