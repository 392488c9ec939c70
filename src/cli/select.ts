import { loadManifest, type DriverFolder } from '../driver/index.ts';
import type { AnyGenerator } from '../run/generate/generator.ts';
import { generators } from '../run/generate/generators.ts';
import { scenarios, type Scenario } from '../scenario/index.ts';
import { readManifests } from './participants.ts';
import { filterByName, pick } from './pick.ts';

export interface Selection {
  readonly drivers: readonly DriverFolder[];
  readonly scenarios: readonly Scenario[];
  readonly generators: readonly AnyGenerator[];
  /** Names of drivers that must not be unavailable. */
  readonly required: readonly string[];
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
    required: flags.require.length === 0 ? [] : required.map(({ name }) => name),
  };
}

/** Something with a slash or a dot in front is a folder, not the name of a driver. */
function isFolder(name: string): boolean {
  return /[/\\]|^\./.test(name);
}
