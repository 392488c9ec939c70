import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { makeDocument } from '../bench-document.ts';
import type { Comparison } from '../comparison.ts';
import { ask, opener } from '../drivers.ts';
import { interleaved } from '../interleaved.ts';
import { timed } from '../loops.ts';
import { SECRET, startBackend } from '../server.ts';

const ROUNDS = 5;
const QUESTIONS = 2000;
const WIDTH = 16;

/** The same questions and prints through the harness, and in a bare program of the same language. */
export async function harnessOverhead(): Promise<readonly Comparison[]> {
  const folder = await mkdtemp(join(tmpdir(), 'printproof-bench-'));
  try {
    const javascript = [process.execPath, fileURLToPath(new URL('../programs/bare.mjs', import.meta.url))];
    return [
      ...(await overhead('javascript', async () => javascript)),
      ...(await overhead('go', () => buildGo(folder))),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function overhead(
  name: string,
  bare: () => Promise<readonly string[]>,
): Promise<readonly Comparison[]> {
  const open = await opener(name);
  if (open === undefined) {
    console.log(
      `Harness against a bare loop, ${name}: the driver is not there; printproof doctor says why.\n`,
    );
    return [];
  }
  const [program = '', ...args] = await bare();
  await using backend = await startBackend();
  await makeDocument(backend.url);
  await using session = await open();

  const [ours, other] = await interleaved(
    ROUNDS,
    async () => {
      await timed(QUESTIONS / 4, WIDTH, () => ask(session, backend.url));
      return timed(QUESTIONS, WIDTH, () => ask(session, backend.url));
    },
    async () => {
      const settings = [backend.url, SECRET, String(QUESTIONS), String(WIDTH)];
      const { stderr } = await execa(program, [...args, ...settings], { stdout: 'ignore' });
      return Number(stderr.split('\n').at(-1));
    },
  );
  return [
    {
      name: `${QUESTIONS} questions, ${WIDTH} at once, ${name}`,
      ours: { what: 'harness', value: ours, unit: 'ms' },
      other: { what: 'bare loop', value: other, unit: 'ms' },
      ratio: ours / other,
      goal: { is: 'at most', ratio: 1.15 },
    },
  ];
}

/** Builds the bare Go program with the very versions of the shim. */
async function buildGo(folder: string): Promise<readonly string[]> {
  const driver = (file: string): string =>
    fileURLToPath(new URL(`../../../drivers/go/${file}`, import.meta.url));
  await copyFile(driver('go.mod'), join(folder, 'go.mod'));
  await copyFile(driver('go.sum'), join(folder, 'go.sum'));
  await copyFile(fileURLToPath(new URL('../programs/go/main.go', import.meta.url)), join(folder, 'main.go'));
  const env = { CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOTOOLCHAIN: 'local' };
  await execa('go', ['build', '-o', 'bare', '.'], { cwd: folder, env });
  return [join(folder, 'bare')];
}
