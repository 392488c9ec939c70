import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { PROFILES, type Profile } from '../../src/format/js/layout/profile.ts';
import { install, type Project } from './install.ts';
import type { Program, Unavailable } from './old-node.ts';

/** A release of Node.js, and how the model calls its layout. */
export interface NodeRelease {
  readonly version: string;
  readonly profile: Profile;
  /**
   * How it is started: the optimised code of Node.js 10 and 11 takes -5e-324 for -0 after some thousands of numbers, which is
   * nothing that a print depends on.
   */
  readonly flags: readonly string[];
  /** Hashes of the npm packages that hold it, one a platform. */
  readonly integrity: Readonly<Record<string, string>>;
}

/** The last release of each line, and of the odd line 11, which prints in a way of its own; oldest first. */
export const NODES: readonly NodeRelease[] = z
  .array(
    z.object({
      version: z.string(),
      profile: z.enum(PROFILES),
      flags: z.array(z.string()).default([]),
      integrity: z.record(z.string(), z.string()),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('nodes.json', import.meta.url), 'utf8')));

/** The program of a release for this platform, fetched with npm where it is not there yet. */
export async function fetchNode({ version, flags, integrity }: NodeRelease): Promise<Program | Unavailable> {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const hash = integrity[name];
  if (hash === undefined)
    return {
      unavailable: `test/nightly/nodes.json knows no ${name}@${version}, a Node.js for this platform`,
    };
  const packages = await install(version, projectOf(name, version, hash));
  if (typeof packages !== 'string') return packages;
  return { path: join(packages, name, 'bin', system === 'win' ? 'node.exe' : 'node'), flags };
}

/** The packages of the registry that are one program each have no dependencies. */
function projectOf(name: string, version: string, integrity: string): Project {
  const top = { name: `printproof-node-${version}`, dependencies: { [name]: version } };
  const packages = { '': top, [`node_modules/${name}`]: { version, integrity } };
  return {
    'package.json': JSON.stringify(top),
    'package-lock.json': JSON.stringify({
      name: top.name,
      lockfileVersion: 3,
      requires: true,
      packages,
    }),
  };
}
