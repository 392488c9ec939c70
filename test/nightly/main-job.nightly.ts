/**
 * The main job itself on every line of Node.js on which printproof runs (`npm run nightly`): harness, backend and JavaScript
 * shim all run on it, and nothing is unexpected. What changes there (how `readline` splits lines, how errors are inspected)
 * is met by users before anybody reads about it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import semver from 'semver';
import { expect, test } from 'vitest';
import { fetchNode, NODES } from './fetch-node.ts';

const PRINTPROOF = fileURLToPath(new URL('../../src/cli/printproof.mjs', import.meta.url));
const LEAST = '20.19.0';

test.for(NODES.filter(({ version }) => semver.gte(version, LEAST)))(
  'runs on Node.js $version',
  async (node, { skip }) => {
    const program = await fetchNode(node);
    if ('unavailable' in program) return skip(`unavailable: ${program.unavailable}`);
    const output = await mkdtemp(join(tmpdir(), 'printproof-nightly-'));
    try {
      const { exitCode, stdout, stderr } = await execa(
        program.path,
        [PRINTPROOF, 'run', '--driver', 'javascript', '--require', 'javascript', '--output', output],
        {
          // The shim is started as `node`.
          env: { PATH: dirname(program.path) + delimiter + String(process.env['PATH']), NO_COLOR: '1' },
          reject: false,
        },
      );
      expect(`${stdout}\n${stderr}`).toContain(`on Node.js ${node.version}`);
      expect(exitCode, `${stdout}\n${stderr}`).toBe(0);
    } finally {
      await rm(output, { recursive: true, force: true });
    }
  },
);
