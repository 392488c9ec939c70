import { resolve } from 'node:path';
import { BuildFolders } from './setup/build-folders.ts';
import { buildHash } from './setup/build-hash.ts';
import { recallFailedFetch } from './setup/fetch-memory.ts';
import type { DriverFolder } from './setup/load-manifest.ts';
import type { Missing } from './setup/preparation.ts';
import { asking, type Ask, type Tool } from './setup/probe.ts';
import { missingTools, probeNeeds } from './setup/probe-needs.ts';

/** What the machine has for one driver. */
export interface Diagnosis {
  readonly name: string;
  readonly title: string;
  readonly package: string;
  readonly version: string;
  /** `to be built`: nothing is known to be missing, and the next run builds it. */
  readonly state: 'ready' | 'to be built' | 'unavailable';
  /** Every tool that it runs on or is built with, found or not. */
  readonly tools: readonly Tool[];
  /** What has to be got; tools that only a build needs do not count when the build is there. */
  readonly missing: readonly Missing[];
}

/** Looks at the machine for each driver. Builds nothing, fetches nothing, and takes as long as the slowest tool's `--version`. */
export function doctor(
  drivers: readonly DriverFolder[],
  { root }: { readonly root: string },
): Promise<readonly Diagnosis[]> {
  const ask = asking();
  return Promise.all(drivers.map((driver) => diagnose(driver, resolve(root), ask)));
}

async function diagnose(driver: DriverFolder, root: string, ask: Ask): Promise<Diagnosis> {
  const { name, title, package: packageName, version } = driver.manifest;
  const [running, building] = await Promise.all([
    probeNeeds(driver, 'run', ask),
    probeNeeds(driver, 'build', ask),
  ]);
  const { built, unserved } = await look(driver, root, running);
  const missing = [
    ...(missingTools(running) ?? []),
    ...(built ? [] : (missingTools(building) ?? [])),
    ...(unserved === undefined ? [] : [unserved]),
  ];
  const state = missing.length > 0 ? 'unavailable' : built ? 'ready' : 'to be built';
  return { name, title, package: packageName, version, state, tools: [...running, ...building], missing };
}

async function look(
  driver: DriverFolder,
  root: string,
  tools: readonly Tool[],
): Promise<{ readonly built: boolean; readonly unserved: Missing | undefined }> {
  const { files, setup, name } = driver.manifest;
  if (files.length + setup.length === 0) return { built: true, unserved: undefined };
  const hash = await buildHash(driver, tools);
  if (!hash.ok) return { built: false, unserved: undefined };
  const folders = new BuildFolders(root, name);
  if (folders.has(hash.hash)) return { built: true, unserved: undefined };
  return { built: false, unserved: await recallFailedFetch(folders.notServed(hash.hash)) };
}
