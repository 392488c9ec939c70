import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseTree, getNodeValue, type ParseError } from 'jsonc-parser';
import { describeTextError, textError } from '../../value/index.ts';
import { manifestSchema, type Manifest } from '../manifest.ts';

/** A driver's folder and what its driver.json says. */
export interface DriverFolder {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** A driver.json that cannot be used; the message says where and why. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/**
 * Reads the driver.json of one folder.
 * @throws ManifestError when it is missing, no JSON, or does not fit the schema.
 */
export async function loadManifest(folder: string): Promise<DriverFolder> {
  const path = join(resolve(folder), 'driver.json');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ManifestError(`${path} cannot be read: ${cause instanceof Error ? cause.message : 'unknown'}`);
  });
  const parsed = manifestSchema.safeParse(readStrictJson(path, text));
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      (issue) => `  ${issue.path.join('.') || '(root)'}: ${issue.message}`,
    );
    throw new ManifestError(
      `${path} does not fit the schema in src/driver/manifest.ts:\n${issues.join('\n')}`,
    );
  }
  const manifest = parsed.data;
  if (manifest.name !== basename(resolve(folder)))
    throw new ManifestError(`${path}: "name" is "${manifest.name}", but its folder is "${basename(folder)}"`);
  return { folder: resolve(folder), manifest };
}

/**
 * Reads every folder of `drivers` that holds a driver.json, in the order of their names.
 * @throws ManifestError for the first that cannot be used.
 */
export async function loadManifests(drivers: string): Promise<readonly DriverFolder[]> {
  const entries = await readdir(drivers, { recursive: false, withFileTypes: true });
  const folders = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => ((await readdir(join(drivers, name))).includes('driver.json') ? [name] : [])),
  );
  return Promise.all(
    folders
      .flat()
      .toSorted()
      .map((name) => loadManifest(join(drivers, name))),
  );
}

function readStrictJson(path: string, text: string): unknown {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error !== undefined)
    throw new ManifestError(
      `${path} is not JSON: ${describeTextError(textError(text, error.offset, 'strict JSON'))}`,
    );
  return tree === undefined ? undefined : getNodeValue(tree);
}
