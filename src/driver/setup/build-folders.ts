import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** Builds of one driver that are kept: enough to switch between branches, few enough not to fill the disk. */
const KEPT_BUILDS = 3;

/** The folders of one driver's builds: `<root>/<driver>/<hash>` holds a complete build, always. */
export class BuildFolders {
  readonly #driver: string;
  constructor(root: string, driver: string) {
    this.#driver = join(root, driver);
  }

  /** Where the build of that hash is when it is complete. */
  final(hash: string): string {
    return join(this.#driver, hash);
  }

  /** The file that remembers that a package of this build could not be fetched. */
  notServed(hash: string): string {
    return join(this.#driver, `${hash}.not-served.json`);
  }

  /** Everything that the set-up that failed last wrote. */
  get log(): string {
    return join(this.#driver, 'set-up.log');
  }

  has(hash: string): boolean {
    return existsSync(this.final(hash));
  }

  /** Whether it is there; if so, it counts as used now. */
  async use(hash: string): Promise<boolean> {
    const now = new Date();
    return utimes(this.final(hash), now, now).then(
      () => true,
      // A file system that is read-only keeps no time of use; the build is there all the same.
      () => this.has(hash),
    );
  }

  /** A new, empty folder for building; the process id in its name tells whether its builder still lives. */
  async temporary(hash: string): Promise<string> {
    const folder = `${this.final(hash)}.building-${process.pid}-${performance.now()}`;
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /** Makes a build complete in one step. Of two builders of one hash the first wins; the other's work is discarded. */
  async complete(temporary: string, hash: string): Promise<void> {
    try {
      await rename(temporary, this.final(hash));
    } catch (cause) {
      await rm(temporary, { recursive: true, force: true });
      if (!this.has(hash)) throw cause;
    }
    await this.#prune();
  }

  /** Removes what builders left that were killed, and the builds that were not used for longest. */
  async #prune(): Promise<void> {
    const names = await readdir(this.#driver);
    const abandoned = names.filter((name) => {
      const builder = /\.building-(\d+)-/.exec(name)?.[1];
      return builder !== undefined && !isAlive(Number(builder));
    });
    const builds = await Promise.all(
      names
        .filter((name) => /^[0-9a-f]+$/.test(name))
        .map(async (name) => ({ name, usedAt: (await stat(join(this.#driver, name))).mtimeMs })),
    );
    const old = builds.toSorted((a, b) => b.usedAt - a.usedAt).slice(KEPT_BUILDS);
    for (const name of [...abandoned, ...old.map((build) => build.name)])
      await rm(join(this.#driver, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
