/**
 * How a program of ours starts: its TypeScript is bundled by esbuild the first time, and again whenever a source has changed,
 * so that there is no build to remember. One file instead of hundreds to load makes the start several times shorter than a
 * loader for each module would: `serve` takes 0.15 s of processor time instead of 1 s through tsx, an empty program 0.07 s.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SOURCES = fileURLToPath(new URL('.', import.meta.url));
const PROJECT = dirname(SOURCES);
const CACHE = join(PROJECT, '.printproof', 'compiled');
/** Bundles of older sources are kept so long, for the programs that still run and load the rest of theirs as they need it. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** Editors and other starts of ours may take a file away while we look. */
const MAYBE_GONE = { throwIfNoEntry: false };

/** Imports a TypeScript module of `src/`, as a path below it, with all that it imports. */
export async function importCompiled(entry) {
  const name = `${basename(entry, '.ts')}.mjs`;
  const folder = join(CACHE, keyOf(entry));
  // Stacks name lines of the sources.
  process.setSourceMapsEnabled(true);
  if (!existsSync(folder) && !(await compileInto(folder, entry))) return importUncached(entry, name);
  return import(pathToFileURL(join(folder, name)).href);
}

/**
 * Compiles a module ahead of its first import, for an image whose user may write nothing.
 * @public The Dockerfile calls it.
 */
export async function compileAhead(entry) {
  if (!(await compileInto(join(CACHE, keyOf(entry)), entry))) throw new Error(`${CACHE} cannot be written.`);
}

/** Compiles beside the folder, then renames: programs that start at the same time see all of it or nothing. False: not writable. */
async function compileInto(folder, entry) {
  const draft = join(CACHE, `draft-${randomUUID()}`);
  try {
    mkdirSync(draft, { recursive: true });
  } catch {
    return false;
  }
  try {
    await compile(entry, draft);
    removeOld();
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Somebody else was faster.
    if (!existsSync(folder)) throw error;
  }
  return true;
}

/** Where the project is read-only, as in a container: compiles for this one start. */
async function importUncached(entry, name) {
  const folder = mkdtempSync(join(tmpdir(), 'printproof-'));
  // What is imported later on needs the folder to the end.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await compile(entry, folder);
  return import(pathToFileURL(join(folder, name)).href);
}

async function compile(entry, folder) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(SOURCES, entry)],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: `node${process.versions.node}`,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'error',
    plugins: [ownUrl],
  });
}

/** Modules that look for files beside themselves go on finding them. */
const ownUrl = {
  name: 'own-url',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      const url = JSON.stringify(pathToFileURL(path).href);
      return {
        contents: text.replaceAll('import.meta.url', url),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      };
    });
  },
};

/** Changes with the sources, as far as their sizes and times tell, and with what compiles and runs them. */
function keyOf(entry) {
  const hash = createHash('sha256').update(`${entry}\n${process.version}\n`);
  const note = (path) => {
    const { size, mtimeMs } = statSync(path, MAYBE_GONE) ?? {};
    hash.update(`${path}\n${size} ${mtimeMs}\n`);
  };
  note(join(PROJECT, 'node_modules', 'esbuild', 'package.json'));
  for (const file of readdirSync(SOURCES, { recursive: true, withFileTypes: true }))
    if (file.isFile()) note(join(file.parentPath ?? file.path, file.name));
  return hash.digest('hex').slice(0, 16);
}

function removeOld() {
  for (const name of readdirSync(CACHE)) {
    const folder = join(CACHE, name);
    const { mtimeMs = Date.now() } = statSync(folder, MAYBE_GONE) ?? {};
    if (Date.now() - mtimeMs > KEPT_MS) rmSync(folder, { recursive: true, force: true });
  }
}
