import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { DriverFolder } from './load-manifest.ts';
import type { Tool } from './probe.ts';

/** A build's name, or the files that driver.json lists and that are not there. */
export type BuildHash =
  { readonly ok: true; readonly hash: string } | { readonly ok: false; readonly absent: readonly string[] };

/** Enough of a SHA-256 to tell builds apart, and short enough for paths on Windows. */
const HASH_LENGTH = 16;

/**
 * Names a build by what goes into it: driver.json, the files that it lists, the versions of the tools that it runs on, the
 * operating system and the processor.
 */
export async function buildHash(
  { folder, manifest }: DriverFolder,
  tools: readonly Tool[],
): Promise<BuildHash> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([manifest, process.platform, process.arch]));
  hash.update(JSON.stringify(tools.map((tool) => [tool.tool, tool.ok ? tool.version : ''])));
  const absent = manifest.files.filter((path) => !existsSync(join(folder, path)));
  if (absent.length > 0) return { ok: false, absent };
  for (const path of await listFiles(folder, manifest.files)) {
    const content = await readFile(join(folder, path));
    hash.update(JSON.stringify([path, content.length]));
    hash.update(content);
  }
  return { ok: true, hash: hash.digest('hex').slice(0, HASH_LENGTH) };
}

/** The files below the given files and folders, with `/`, sorted. */
async function listFiles(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      if (!(await stat(join(folder, path))).isDirectory()) return [path];
      const entries = await readdir(join(folder, path), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
    }),
  );
  return [...new Set(lists.flat().map((path) => path.split(sep).join('/')))].toSorted();
}
