import { loadManifest, type DriverFolder } from '../driver/index.ts';
import type { AnyGenerator } from '../run/generate/generator.ts';
import { generators } from '../run/generate/generators.ts';
import { scenarios, type Scenario } from '../scenario/index.ts';
import { readManifests } from './participants.ts';
import { filterByName, pick } from './pick.ts';
import { UsageError } from './usage-error.ts';

export interface Selection {
  readonly drivers: readonly DriverFolder[];
  readonly scenarios: readonly Scenario[];
  readonly generators: readonly AnyGenerator[];
  /** Names of drivers that must not be unavailable. */
  readonly required: readonly string[];
  /** Everything that there was to choose from. */
  readonly names: { readonly drivers: readonly string[]; readonly scenarios: readonly string[] };
}

/**
 * What the user's flags choose: drivers by name or by folder, scenarios by name and pattern.
 * @throws UsageError for a name or a pattern that chooses nothing.
 */
export async function select(flags: {
  readonly driver: readonly string[];
  readonly scenario: readonly string[];
  readonly filter?: string;
  readonly require: readonly string[];
}): Promise<Selection> {
  const folders = flags.driver.filter(isFolder);
  const known = (await readManifests(folders)).map((driver) => ({ ...driver, name: driver.manifest.name }));
  const local = await Promise.all(folders.map(async (folder) => (await loadManifest(folder)).manifest.name));
  refuseNamesakes(known);
  const drivers = pick('driver', known, [...flags.driver.filter((name) => !isFolder(name)), ...local]);

  const everything = [...scenarios, ...generators].map(({ name }) => ({ name }));
  const chosen = filterByName('scenario', pick('scenario', everything, flags.scenario), flags.filter);
  const isChosen = ({ name }: { readonly name: string }): boolean => chosen.some((one) => one.name === name);

  const all = flags.require.includes('all');
  const required = all || flags.require.length === 0 ? drivers : pick('driver', drivers, flags.require);
  return {
    drivers,
    scenarios: scenarios.filter(isChosen),
    generators: generators.filter(isChosen),
    names: { drivers: known.map(({ name }) => name), scenarios: everything.map(({ name }) => name) },
    required: flags.require.length === 0 ? [] : required.map(({ name }) => name),
  };
}

/** Checks, reports and known divergences go by a driver's name, so two that share one would be taken for each other. */
function refuseNamesakes(drivers: readonly DriverFolder[]): void {
  for (const { manifest, folder } of drivers) {
    const other = drivers.find((one) => one.manifest.name === manifest.name && one.folder !== folder);
    if (other !== undefined)
      throw new UsageError(
        `Two drivers are named "${manifest.name}": ${folder} and ${other.folder}.`,
        'Rename one of the folders, and "name" in its driver.json.',
      );
  }
}

/** Something with a slash or a dot in front is a folder, not the name of a driver. */
function isFolder(name: string): boolean {
  return /[/\\]|^\./.test(name);
}
