import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import type { Unavailable } from './old-node.ts';

/** Where the nightly comparison keeps what it has fetched; ignored by git. */
const KEPT = fileURLToPath(new URL('../../.printproof/nodes', import.meta.url));

/** The files of an npm project, by name: what `npm ci` needs. */
export type Project = Readonly<Record<'package.json' | 'package-lock.json', string>>;

/** As in the project itself: no scripts, and a lock file that names no registry. */
const NPMRC = 'ignore-scripts=true\nomit-lockfile-registry-resolved=true\n';

/**
 * Installs packages by the versions and hashes of a lock file, unless they are there. Gives the folder of the packages, or
 * why they cannot be had, in npm's words.
 */
export async function install(name: string, project: Project): Promise<string | Unavailable> {
  const folder = join(KEPT, name);
  const stamp = join(folder, 'installed');
  const packages = join(folder, 'node_modules');
  const contents = JSON.stringify(project);
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === contents) return packages;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries({ ...project, '.npmrc': NPMRC }))
    await writeFile(join(folder, file), text);
  const args = ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const { failed, stderr } = await execa('npm', args, { cwd: folder, reject: false });
  if (failed) return { unavailable: firstWords(stderr) };
  await writeFile(stamp, contents);
  return packages;
}

/** What npm says before it comes to its log file. */
function firstWords(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.replace(/^npm (?:error|ERR!) ?/, ''));
  const said = lines.filter((line) => line !== '' && !/complete log|debug-\d/.test(line)).slice(0, 4);
  return said.join('; ') || 'npm failed without a word';
}
