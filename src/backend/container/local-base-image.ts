import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { GenericContainer, type ContainerRuntimeClient } from 'testcontainers';

export interface LocalBaseImage extends AsyncDisposable {
  readonly name: string;
}

/**
 * An image of nothing but this machine's Node.js and the libraries that it loads (Linux; `ldd` names them), for machines that
 * cannot pull one. Disposing removes it.
 */
export async function buildLocalBaseImage(client: ContainerRuntimeClient): Promise<LocalBaseImage> {
  const name = `printproof-base:${randomBytes(6).toString('hex')}`;
  const context = await mkdtemp(join(tmpdir(), 'printproof-base-'));
  try {
    const root = join(context, 'root');
    await copyInto(root, process.execPath, '/usr/local/bin/node');
    for (const library of await librariesOf(process.execPath)) await copyInto(root, library, library);
    await mkdir(join(root, 'tmp'));
    await chmod(join(root, 'tmp'), 0o1777);
    await writeFile(join(context, 'Dockerfile'), 'FROM scratch\nCOPY root /\nENV PATH=/usr/local/bin\n');
    await GenericContainer.fromDockerfile(context).build(name, { deleteOnExit: false });
  } finally {
    await rm(context, { recursive: true });
  }
  return {
    name,
    [Symbol.asyncDispose]: async () => {
      await client.container.dockerode.getImage(name).remove({ force: true });
    },
  };
}

async function copyInto(root: string, from: string, to: string): Promise<void> {
  const target = join(root, to);
  await mkdir(dirname(target), { recursive: true });
  await cp(from, target, { dereference: true });
}

/** The shared libraries of a program, the loader among them, by absolute path. */
async function librariesOf(program: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ldd', [program]);
  return [...stdout.matchAll(/(?:=> )?(\/\S+) \(0x/g)].map(([, path]) => path ?? '');
}
