import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import * as z from 'zod';
import { RELEASES } from '../../src/format/js/about/releases.ts';
import { IDS } from '../../src/format/js/ids.ts';
import type { PrintedError } from '../../src/format/index.ts';
import type { Traits } from '../../src/format/js/traits.ts';
import { install, type Project } from './install.ts';
import type { Unavailable } from './old-node.ts';

/** A published release of the driver, and what the model says of it. */
export interface DriverRelease {
  readonly version: string;
  readonly traits: Traits;
  /** Whether it is the one that the model of its id was read off: the last. */
  readonly isModelled: boolean;
}

const project: Project = {
  'package.json': read('package.json'),
  'package-lock.json': read('package-lock.json'),
};
const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(project['package.json']));
const published = Object.keys(dependencies).map((name) => name.replace('faunadb-', ''));

/** Every release that npm has, by its id, oldest first. */
export const DRIVERS: readonly DriverRelease[] = IDS.flatMap((traits) => {
  const versions = published
    .filter((version) => isOf(version, traits.id))
    .sort((left, right) => semver.compare(left, right));
  return versions.map((version) => ({ version, traits, isModelled: version === versions.at(-1) }));
});

/** Ids none of whose releases npm has. */
export const UNPUBLISHED: readonly string[] = IDS.map(({ id }) => id).filter(
  (id) => !DRIVERS.some(({ traits }) => traits.id === id),
);

/** The folder of packages that holds every release as `faunadb-<version>`, fetched with npm where it is not there yet. */
export function fetchDrivers(): Promise<string | Unavailable> {
  return install('drivers', project);
}

export function folderOf(packages: string, { version }: DriverRelease): string {
  return join(packages, `faunadb-${version}`);
}

/** The text that a release has where the last one of its id has another. */
export function asPrintedBy({ version }: DriverRelease, text: string): string {
  // 4.4.2, src/Expr.js: `specialCases` got `containsstr`.
  return semver.satisfies(version, '4.3.0 - 4.4.1') ? text.replaceAll('ContainsStr(', 'Containsstr(') : text;
}

/** What a release says in a printed error where the last one of its id says more. */
export function asRaisedBy({ version }: DriverRelease, error: PrintedError): PrintedError {
  // 4.4.2, src/errors.js: a refused secret gets a hint.
  if (!semver.satisfies(version, '4.3.0 - 4.4.1')) return error;
  const { message: _hint, ...others } = error;
  return others;
}

function isOf(version: string, id: string): boolean {
  return (RELEASES.get(id) ?? []).some(({ from, to }) =>
    semver.satisfies(version, `${from} - ${to ?? from}`),
  );
}

function read(file: string): string {
  return readFileSync(new URL(`drivers/${file}`, import.meta.url), 'utf8');
}
