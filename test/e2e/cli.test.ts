import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSecrets } from '../../src/report/secrets.ts';
import { printproof, start } from './printproof.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printproof-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('bad input: exit status 2, one clear message, no stack', () => {
  it.each<[string[], string]>([
    [['rnu'], 'Did you mean run?'],
    [['run', '--sead', '1'], 'Did you mean --seed?'],
    [['run', '--seed', 'x'], 'It must be an integer.'],
    [['run', '--timeout', '0'], 'It must be a positive integer.'],
    [['run', '--path', 'abc'], 'It must be numbers with colons'],
    [['run', '--driver', 'pyhton'], 'Did you mean "python"?'],
    [['run', '--scenario', 'log-in-2021'], 'Did you mean "log-in-2020"?'],
    [['run', '--filter', 'nothing-like-this'], 'There are: log-in-2018'],
    [['run', '--require', 'cobol'], 'There is no driver "cobol".'],
    [['run', '--backend', 'clay-tablet'], 'It is embedded, container, container:<image> or a URL.'],
    [['run', '--known', 'no-such-file.json'], 'no-such-file.json cannot be read'],
    [['run', '--driver', './docs'], 'driver.json'],
    [['show', 'token-live'], 'Did you mean "token-life"?'],
    [['show'], "missing required argument 'scenario'"],
  ])('printproof %s', async (args, hint) => {
    const { stdout, stderr, exitCode } = await printproof(...args);
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([stdout, exitCode]).toEqual(['', 2]);
  });

  it.each([
    ['not JSON', '{'],
    ['an unknown member', '{"version":1,"entries":[],"remark":""}'],
    ['an entry without a reason', '{"version":1,"entries":[{"id":"x"}]}'],
  ])('a file of known divergences that is %s', async (_what, text) => {
    const path = join(folder, 'known.json');
    await writeFile(path, text);
    const { stderr, exitCode } = await printproof('run', '--known', path);
    expect(stderr).toContain(path);
    expect(exitCode).toBe(2);
  });
});

describe('asking', () => {
  it('--help names every command, with exit status 0', async () => {
    const { stdout, exitCode } = await printproof('--help');
    for (const command of [
      'run',
      'list',
      'show',
      'doctor',
      'setup',
      'conform',
      'audit',
      'samples',
      'ambiguity',
    ])
      expect(stdout).toContain(`\n  ${command}`);
    expect(exitCode).toBe(0);
  });

  it('list names scenarios and drivers, as text and as JSON', async () => {
    const text = await printproof('list');
    expect(text.stdout).toContain('log-in-2018');
    const { scenarios, drivers } = JSON.parse((await printproof('list', '--json')).stdout);
    expect(scenarios.map(({ name }: { name: string }) => name)).toContain('generated-values');
    expect(drivers).toHaveLength(6);
  });

  it('show prints the queries of a scenario as wire JSON, and what is expected', async () => {
    const { stdout, exitCode } = await printproof('show', 'log-in-2018');
    expect(stdout).toContain('{"login":{"ref":{"class":"characters"},"id":"181388642114077184"}');
    expect(stdout).toContain('– keeps the token invariants');
    expect(exitCode).toBe(0);
  });

  it('doctor says for each driver what is there, or how to get it', async () => {
    const { stdout, exitCode } = await printproof('doctor');
    for (const title of ['JavaScript', 'Python', 'Go', 'Java', 'Scala', 'C#'])
      expect(stdout).toContain(title);
    expect(exitCode).toBe(0);
  });
});

describe('running', () => {
  it('prints a table of 80 columns, writes both reports, and ends with 0', async () => {
    const { stdout, exitCode } = await printproof(
      'run',
      '-s',
      'log-in-2020',
      '-s',
      'errors',
      '-d',
      'javascript',
      '--output',
      join(folder, 'run'),
    );
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/(\d+) checks planned, \1 reported/);
    expect(exitCode, stdout).toBe(0);
    for (const name of ['run.json', 'index.html']) {
      const text = await readFile(join(folder, 'run', name), 'utf8');
      expect(text).toContain('log-in-2020');
      expect(findSecrets(text)).toEqual([]);
    }
  });

  it('gives the same run.json for the same seed, apart from the volatile part', async () => {
    const once = async (name: string): Promise<unknown> => {
      const output = join(folder, name);
      await printproof(
        'run',
        '-s',
        'create-a-token-2021',
        '-d',
        'javascript',
        '--seed',
        '7',
        '--output',
        output,
      );
      const { volatile: _volatile, ...stable } = JSON.parse(await readFile(join(output, 'run.json'), 'utf8'));
      return stable;
    };
    expect(await once('first')).toEqual(await once('second'));
  });

  it('a driver folder that is not in the project takes part, and a shim that lies is red', async () => {
    const output = join(folder, 'local');
    const { stdout, exitCode } = await printproof(
      'run',
      '-s',
      'log-in-2020',
      '-d',
      './test/miniatures/exits-at-once',
      '--output',
      output,
    );
    expect(stdout).toContain('BROKEN');
    expect(exitCode).toBe(1);
  });

  it('a driver that is required and not there is red', async () => {
    const { stdout, stderr, exitCode } = await printproof(
      'run',
      '-s',
      'log-in-2020',
      '-d',
      './test/miniatures/missing-tool',
      '--require',
      'all',
      '--output',
      join(folder, 'missing'),
    );
    expect(stdout).toContain('UNAVAILABLE');
    expect(stderr).toContain('Required, and not there');
    expect(exitCode).toBe(1);
  });

  it('a folder that cannot be written is one clear error', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { stderr, exitCode } = await printproof(
      'run',
      '-s',
      'log-in-2018',
      '-d',
      'javascript',
      '--output',
      file,
    );
    expect(stderr).toContain('cannot be written');
    expect(exitCode).toBe(2);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s stops the shims, reports what ran, and ends with %i', async (signal, status) => {
    const output = join(folder, signal);
    const running = start(['run', '-d', 'javascript', '--output', output], { detached: true });
    let said = '';
    running.stderr.on('data', (chunk: Buffer) => {
      const before = said.includes('✓ log-in-2018');
      said += chunk.toString();
      // Once: the second signal would end the process at once. As Ctrl-C does, to the whole process group.
      if (!before && said.includes('✓ log-in-2018')) signalGroup(running, signal);
    });
    const { exitCode } = await running;
    expect(exitCode).toBe(status);
    const { totals } = JSON.parse(await readFile(join(output, 'run.json'), 'utf8'));
    expect(totals.planned).toBe(totals.reported);
    expect(totals.verdicts['not run']).toBeGreaterThan(0);
    // The shim is stopped, not hit: no answer is charged to it.
    expect(totals.verdicts).not.toHaveProperty('crashed');
    expect(totals.verdicts).not.toHaveProperty('protocol error');
  });
});

function signalGroup({ pid }: { readonly pid?: number | undefined }, signal: NodeJS.Signals): void {
  if (pid === undefined) throw new Error('The process did not start.');
  process.kill(-pid, signal);
}
