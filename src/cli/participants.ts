import { fileURLToPath } from 'node:url';
import {
  loadManifest,
  loadManifests,
  ManifestError,
  prepare,
  type DriverFolder,
  type Preparation,
  type Progress,
} from '../driver/index.ts';
import type { Opening, Participant } from '../run/participant.ts';
import { openPrepared } from './open-prepared.ts';
import { UsageError } from './usage-error.ts';

/** The drivers that come with printproof, and where their builds are kept. */
const DRIVERS = fileURLToPath(new URL('../../drivers', import.meta.url));
export const BUILDS = fileURLToPath(new URL('../../.printproof/drivers', import.meta.url));

/**
 * The project's drivers, and those of other folders that the user named.
 * @throws UsageError for a driver.json that cannot be used.
 */
export async function readManifests(folders: readonly string[] = []): Promise<readonly DriverFolder[]> {
  try {
    const all = [...(await loadManifests(DRIVERS)), ...(await Promise.all(folders.map(loadManifest)))];
    // A folder that is named twice, or is the project's own, is one driver.
    return all.filter(({ folder }, index) => all.findIndex((one) => one.folder === folder) === index);
  } catch (cause) {
    if (!(cause instanceof ManifestError)) throw cause;
    throw new UsageError(cause.message, 'See drivers/README.md for what a driver folder holds.', { cause });
  }
}

/** Sets a driver up, telling what it does. */
export function prepareDriver(
  driver: DriverFolder,
  say: (message: string) => void,
  settings: { readonly signal?: AbortSignal; readonly refetch?: boolean } = {},
): Promise<Preparation> {
  return prepare(driver, {
    root: BUILDS,
    onProgress: (progress) => say(progressText(progress)),
    ...settings,
  });
}

/** A driver folder as it takes part in a run: set-up first, then its shim as a process. */
export function participantOf(driver: DriverFolder): Participant {
  const { name, title, version, format } = driver.manifest;
  return {
    name,
    title,
    package: driver.manifest.package,
    version,
    format,
    open: (say, signal) => open(driver, say, signal),
  };
}

async function open(
  driver: DriverFolder,
  say: (message: string) => void,
  signal: AbortSignal,
): Promise<Opening> {
  const preparation = await prepareDriver(driver, say, { signal });
  if (preparation.state === 'unavailable') {
    const [{ what, note }] = preparation.missing;
    if (note !== undefined) say(`– ${driver.manifest.title}: ${what}: ${note}`);
  }
  return openPrepared(preparation);
}

function progressText(progress: Progress): string {
  const { driver, step } = progress;
  const title = `${driver.manifest.title}: ${step}`;
  if (progress.kind === 'started') return `▸ ${title} …`;
  return `${progress.ok ? '✓' : '✗'} ${title} (${(progress.durationMs / 1000).toFixed(1)} s)`;
}
