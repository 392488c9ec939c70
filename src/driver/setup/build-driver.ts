import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SetupStep } from '../manifest.ts';
import type { BuildFolders } from './build-folders.ts';
import { howToGet } from './how-to-get.ts';
import type { DriverFolder } from './load-manifest.ts';
import { placeholders } from './placeholders.ts';
import type { Broken, Unavailable } from './preparation.ts';
import { runStep } from './run-step.ts';

/** A step of a driver's set-up has begun or ended. */
export type Progress =
  | { readonly kind: 'started'; readonly driver: DriverFolder; readonly step: string }
  | {
      readonly kind: 'finished';
      readonly driver: DriverFolder;
      readonly step: string;
      readonly ok: boolean;
      readonly durationMs: number;
    };

interface BuildSettings {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Builds a driver: its files copied, its steps run one after the other, all in a folder that gets its final name when it is
 * complete. Gives what went wrong, if something did; nothing of the build is left then but the log.
 */
export async function buildDriver(
  driver: DriverFolder,
  folders: BuildFolders,
  hash: string,
  settings: BuildSettings,
): Promise<Unavailable | Broken | undefined> {
  const { folder, manifest } = driver;
  const temporary = await folders.temporary(hash);
  const log: string[] = [];
  try {
    for (const path of manifest.files)
      await cp(join(folder, path), join(temporary, path), { recursive: true });
    const fill = placeholders({ source: folder, build: temporary });
    for (const step of manifest.setup) {
      const began = performance.now();
      settings.onProgress?.({ kind: 'started', driver, step: step.title });
      const result = await runStep(step, fill, temporary, settings.signal);
      const durationMs = performance.now() - began;
      settings.onProgress?.({ kind: 'finished', driver, step: step.title, ok: result.ok, durationMs });
      log.push(`$ ${result.command}`, result.output);
      if (result.ok) continue;
      await writeFile(folders.log, `${log.join('\n')}\n`);
      return failed(driver, step, withoutPaths(result, { build: temporary, source: folder }), folders.log);
    }
    await folders.complete(temporary, hash);
    return undefined;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** What a tool wrote goes into records: the folders of this machine stand there as the manifest writes them. */
function withoutPaths<Result extends { readonly command: string; readonly output: string }>(
  result: Result,
  folders: { readonly build: string; readonly source: string },
): Result {
  const hide = (text: string): string =>
    text.replaceAll(folders.build, '{build}').replaceAll(folders.source, '{source}');
  return { ...result, command: hide(result.command), output: hide(result.output) };
}

/** Lines of a tool's output that are shown: a compiler's first message is seldom further from its end. */
const SHOWN_LINES = 30;

function failed(
  driver: DriverFolder,
  step: SetupStep,
  { command, output }: { readonly command: string; readonly output: string },
  log: string,
): Unavailable | Broken {
  const lines = output.split('\n').slice(-SHOWN_LINES).join('\n');
  if (step.fetches === undefined)
    return { state: 'broken', driver, step: step.title, command, output: lines, log };
  const { coordinate, get } = step.fetches;
  return {
    state: 'unavailable',
    driver,
    missing: [{ what: coordinate, why: 'it could not be fetched', get: howToGet(get), output: lines }],
  };
}
