import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const program = fileURLToPath(new URL('../../src/cli/printproof.mjs', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Starts the command as a user does: a process of its own, a bare environment, no colours. */
export function start(args: readonly string[], options: { readonly detached?: boolean } = {}) {
  return execa(process.execPath, [program, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1' },
    extendEnv: false,
    reject: false,
    ...options,
  });
}

/** Runs the command to its end. */
export async function printproof(...args: readonly string[]) {
  const { stdout, stderr, exitCode } = await start(args);
  return { stdout, stderr, exitCode };
}
