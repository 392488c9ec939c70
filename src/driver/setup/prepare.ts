/**
 * Set-up: driver folders come in, start commands go out, or what is missing, or what is broken. A build is named by its
 * content and made next to its final place, so an unchanged driver costs a few version look-ups, an interrupted build
 * leaves nothing, and two printproofs can set up at once. What is decided here is whose move it is: a tool that is not
 * there or a package that no registry serves is the user's, a step that fails otherwise is that of the driver's folder.
 */
import { resolve } from 'node:path';
import type { StartCommand } from '../channel/start-process.ts';
import { buildDriver, type Progress } from './build-driver.ts';
import { BuildFolders } from './build-folders.ts';
import { buildHash } from './build-hash.ts';
import { forgetFailedFetch, recallFailedFetch, rememberFailedFetch } from './fetch-memory.ts';
import type { DriverFolder } from './load-manifest.ts';
import { fillAll, placeholders } from './placeholders.ts';
import type { Broken, Preparation, Ready } from './preparation.ts';
import { asking, type Ask } from './probe.ts';
import { missingTools, probeNeeds } from './probe-needs.ts';

export interface PrepareSettings {
  /** Where builds are kept: `.printproof/drivers` of the project. */
  readonly root: string;
  readonly onProgress?: (progress: Progress) => void;
  /** Asks the registries again for what they did not serve a short while ago. */
  readonly refetch?: boolean;
  /** Ends the set-up; `prepare` then rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** Sets up drivers side by side; the answers are in the order of the drivers. */
export function prepareAll(
  drivers: readonly DriverFolder[],
  settings: PrepareSettings,
): Promise<readonly Preparation[]> {
  const ask = asking();
  return Promise.all(drivers.map((driver) => prepare(driver, settings, ask)));
}

/** Sets up one driver. */
export async function prepare(
  driver: DriverFolder,
  settings: PrepareSettings,
  ask: Ask = asking(),
): Promise<Preparation> {
  const began = performance.now();
  const { manifest, folder } = driver;

  // 1. What it runs on.
  const tools = await probeNeeds(driver, 'run', ask);
  const missing = missingTools(tools);
  if (missing !== undefined) return { state: 'unavailable', driver, missing };

  // 2. The name of its build.
  const needsBuild = manifest.files.length + manifest.setup.length > 0;
  const folders = new BuildFolders(resolve(settings.root), manifest.name);
  const name = await buildHash(driver, tools);
  if (!name.ok) return absentFiles(driver, name.absent);
  const { hash } = name;
  const ready = (cached: boolean): Ready => ({
    state: 'ready',
    driver,
    start: startCommand(driver, needsBuild ? folders.final(hash) : folder),
    tools,
    cached,
    durationMs: performance.now() - began,
  });
  if (!needsBuild || (await folders.use(hash))) return ready(true);

  // 3. What was not to be had a short while ago.
  const memory = folders.notServed(hash);
  const unserved = settings.refetch === true ? undefined : await recallFailedFetch(memory);
  if (unserved !== undefined) return { state: 'unavailable', driver, missing: [unserved] };

  // 4. What it is built with.
  const lacking = missingTools(await probeNeeds(driver, 'build', ask));
  if (lacking !== undefined) return { state: 'unavailable', driver, missing: lacking };

  // 5. The build.
  try {
    const failure = await buildDriver(driver, folders, hash, settings);
    if (failure?.state === 'unavailable') await rememberFailedFetch(memory, failure.missing[0]);
    if (failure !== undefined) return failure;
    await forgetFailedFetch(memory);
    return ready(false);
  } catch (cause) {
    if (!isFileError(cause)) throw cause;
    const get = `make ${settings.root} a folder that can be written to, with space left`;
    return {
      state: 'unavailable',
      driver,
      missing: [{ what: 'a place for its build', why: cause.message, get }],
    };
  }
}

/** The file system refused: full, read-only, no folder. Whose driver it is does not matter. */
function isFileError(cause: unknown): cause is Error {
  return (
    cause instanceof Error &&
    'code' in cause &&
    ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST'].includes(String(cause.code))
  );
}

function absentFiles(driver: DriverFolder, absent: readonly string[]): Broken {
  return {
    state: 'broken',
    driver,
    step: 'copy the files that driver.json lists',
    command: `copy ${absent.join(' ')}`,
    output: `not there: ${absent.join(', ')}`,
  };
}

function startCommand({ manifest, folder }: DriverFolder, build: string): StartCommand {
  const fill = placeholders({ source: folder, build });
  const { command, args, env } = manifest.start;
  return { command: fill(command), args: args.map(fill), env: fillAll(env, fill), cwd: build };
}
