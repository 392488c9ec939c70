/** From what a user names (files, folders, patterns) to pages, one at a time, so that a large folder is never held at once. */
import { opendir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { pageKindOf } from '../page.ts';
import { baseOf, isGlob, matcherOf } from './glob.ts';
import { readPage, type PageReading } from './read-page.ts';

/** Something was named that is not there, or has no page in it. */
export class NoPageError extends Error {
  override readonly name = 'NoPageError';
}

/** Folders that hold no pages of their own. */
const PASSED_OVER = new Set(['node_modules']);

/**
 * The pages that are named, in order, each once.
 * @throws NoPageError for a name that leads to none.
 */
export async function* pagesOf(names: readonly string[]): AsyncGenerator<PageReading> {
  const seen = new Set<string>();
  for (const name of names) {
    let found = false;
    for await (const path of pathsOf(name)) {
      found = true;
      if (seen.has(resolve(path))) continue;
      seen.add(resolve(path));
      yield await readPage(path);
    }
    if (!found) throw new NoPageError(`There is no page (.txt, .md, .html) in "${name}".`);
  }
}

async function* pathsOf(name: string): AsyncGenerator<string> {
  const kind = await stat(name).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => undefined,
  );
  if (kind === 'file') yield name;
  else if (kind === 'folder') yield* filesIn(name);
  else if (isGlob(name)) {
    const matcher = matcherOf(slashes(name));
    for await (const path of filesIn(baseOf(slashes(name))))
      if (matcher.test(slashes(path).replace(/^\.\//, ''))) yield path;
  } else throw new NoPageError(`There is no file or folder "${name}".`);
}

/** The pages in a folder and below, by name; links to folders are not followed. */
async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries: { readonly name: string; readonly isFolder: boolean }[] = [];
  try {
    for await (const entry of await opendir(folder))
      if (entry.isDirectory() || pageKindOf(entry.name) !== undefined)
        entries.push({ name: entry.name, isFolder: entry.isDirectory() });
  } catch (cause) {
    throw new NoPageError(
      `The folder "${folder}" cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
  for (const { name, isFolder } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '.' ? name : join(folder, name);
    if (!isFolder) yield path;
    else if (!name.startsWith('.') && !PASSED_OVER.has(name)) yield* filesIn(path);
  }
}

function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
