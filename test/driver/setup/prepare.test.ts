import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDriver } from '../../../src/driver/open-driver.ts';
import type { Progress } from '../../../src/driver/setup/build-driver.ts';
import { loadManifest, type DriverFolder } from '../../../src/driver/setup/load-manifest.ts';
import { describePreparation, type Preparation } from '../../../src/driver/setup/preparation.ts';
import { prepare, prepareAll, type PrepareSettings } from '../../../src/driver/setup/prepare.ts';
import { driverFolder, step, temporaryFolder } from './driver-folder.ts';

/** A place for builds, and what set-up tells on its way. */
interface Bench {
  readonly root: string;
  readonly drivers: string;
  readonly told: string[];
  readonly settings: PrepareSettings;
}

async function bench(): Promise<Bench> {
  const folder = await temporaryFolder();
  const told: string[] = [];
  const onProgress = (progress: Progress): void => {
    const { kind, driver, step: title } = progress;
    told.push(`${driver.manifest.name}: ${title} ${kind === 'finished' && !progress.ok ? 'failed' : kind}`);
  };
  const root = join(folder, 'builds');
  return { root, drivers: join(folder, 'drivers'), told, settings: { root, onProgress } };
}

function readyOf(preparation: Preparation): Extract<Preparation, { state: 'ready' }> {
  if (preparation.state !== 'ready') throw new Error(describePreparation(preparation));
  return preparation;
}

/** What lies in a driver's part of the builds, hashes written as `*`. */
async function left(root: string, name = 'example'): Promise<string[]> {
  const names = existsSync(join(root, name)) ? await readdir(join(root, name)) : [];
  return names.map((entry) => entry.replace(/^[0-9a-f]{16}/, '*')).toSorted();
}

const WRITE = step('write it', "fs.writeFileSync('made', fs.readFileSync('shim.js', 'utf8').toUpperCase())");

describe('prepare', () => {
  it('builds in a folder of its own once, and again when a file changes', async () => {
    const { root, drivers, told, settings } = await bench();
    const manifest = {
      files: ['shim.js', 'lib'],
      setup: [WRITE],
      start: { command: '{build}/made', args: ['{source}'] },
    };
    const driver = await driverFolder(drivers, manifest, { 'shim.js': 'one', 'lib/a/b.js': '1', other: 'x' });

    const first = readyOf(await prepare(driver, settings));
    expect(first).toMatchObject({
      cached: false,
      start: { args: [driver.folder], cwd: join(first.start.command, '..') },
    });
    expect(await readFile(first.start.command, 'utf8')).toBe('ONE');
    expect((await readdir(first.start.cwd)).toSorted()).toEqual(['lib', 'made', 'shim.js']);
    expect(told).toEqual(['example: write it started', 'example: write it finished']);

    expect(readyOf(await prepare(driver, settings))).toMatchObject({ cached: true, start: first.start });
    await writeFile(join(driver.folder, 'other'), 'not listed, so of no concern');
    expect(readyOf(await prepare(driver, settings)).cached).toBe(true);
    expect(told).toHaveLength(2);

    for (const path of ['shim.js', 'lib/a/b.js']) {
      await writeFile(join(driver.folder, path), 'two');
      expect(readyOf(await prepare(driver, settings))).toMatchObject({ cached: false });
    }
    expect(await left(root)).toEqual(['*', '*', '*']);
    expect(await readdir(driver.folder)).toEqual(['driver.json', 'lib', 'other', 'shim.js']);
  });

  it('builds again when a tool that the driver runs on is another one, not when one that it is built with is', async () => {
    const { drivers, settings } = await bench();
    // The manifest is part of the hash as well, so the version comes from the environment.
    const sayer = {
      tool: 'Sayer',
      probe: { command: '{node}', args: ['-p', "'v' + (process.env.SAYER ?? 1)"] },
      version: 'v(\\d+)',
      atLeast: '1',
      get: 'x',
    };
    const setup = [step('x', '')];
    const running = await driverFolder(drivers, { name: 'running', needs: [sayer], setup });
    const building = await driverFolder(drivers, {
      name: 'building',
      needs: [{ ...sayer, when: 'build' }],
      setup,
    });
    const cached = async (): Promise<boolean[]> =>
      (await prepareAll([running, building], settings)).map((preparation) => readyOf(preparation).cached);
    expect(await cached()).toEqual([false, false]);
    process.env['SAYER'] = '2';
    try {
      expect(await cached()).toEqual([false, true]);
      expect(await cached()).toEqual([true, true]);
    } finally {
      delete process.env['SAYER'];
    }
  });

  it('shows the end of what a failing step wrote, keeps all of it, leaves no build, and does not touch other drivers', async () => {
    const { root, drivers, told, settings } = await bench();
    const noisy =
      "for (let i = 0; i < 100; i += 1) console.log('line ' + i); console.error('cannot find printn')";
    const broken = await driverFolder(drivers, {
      name: 'broken',
      setup: [step('fine', ''), step('compile', `${noisy}; process.exit(1)`), step('never', '')],
    });
    const fine = await driverFolder(drivers, { name: 'fine', setup: [step('compile', '')] });
    const [failure, ready] = await prepareAll([broken, fine], settings);

    expect(ready).toMatchObject({ state: 'ready' });
    if (failure?.state !== 'broken') throw new Error('not broken');
    expect(failure).toMatchObject({ step: 'compile', command: expect.stringContaining('process.exit(1)') });
    expect(failure.output.split('\n')).toHaveLength(30);
    expect(failure.output).toContain('cannot find printn');
    expect(await readFile(failure.log ?? '', 'utf8')).toMatch(/line 0\n[^]*line 99\n/);
    expect(describePreparation(failure)).toMatch(
      /^Example \(example 1\.0\.0\) cannot be set up: "compile" failed, which is a defect of .*broken\n/,
    );
    expect(await left(root, 'broken')).toEqual(['set-up.log']);
    expect(told.filter((line) => line.startsWith('broken'))).toEqual([
      'broken: fine started',
      'broken: fine finished',
      'broken: compile started',
      'broken: compile failed',
    ]);
  });

  it('tells a package that cannot be fetched from a broken build, and remembers it for a while', async () => {
    const { root, drivers, told, settings } = await bench();
    const get = { linux: 'get it', darwin: 'get it', win32: 'get it' };
    const fetches = { coordinate: 'org.example:thing:1.0', get };
    const manifest = {
      files: ['pom'],
      setup: [step('fetch', "console.error('403'); process.exit(1)", { fetches })],
    };
    const driver = await driverFolder(drivers, manifest, { pom: '1' });
    const unavailable = {
      state: 'unavailable',
      missing: [
        { what: 'org.example:thing:1.0', why: 'it could not be fetched', get: 'get it', output: '403' },
      ],
    };

    const failure = await prepare(driver, settings);
    expect(failure).toMatchObject(unavailable);
    expect(describePreparation(failure)).toBe(
      'Example (example 1.0.0) is unavailable on this machine:\n  org.example:thing:1.0: it could not be fetched\n    403\n  to get it: get it',
    );
    expect(told).toHaveLength(2);
    expect(await prepare(driver, settings)).toMatchObject({
      state: 'unavailable',
      missing: [
        {
          // The same words whenever and wherever it is asked, since they go into records; time and place stand apart.
          why: 'it could not be fetched',
          note: 'it was asked for just now, and will be again after an hour; "npx printproof setup --refetch" asks at once',
        },
      ],
    });
    expect(told).toHaveLength(2);

    expect(await prepare(driver, { ...settings, refetch: true })).toMatchObject(unavailable);
    expect(told).toHaveLength(4);
    await writeFile(join(driver.folder, 'pom'), '2');
    expect(await prepare(driver, settings)).toMatchObject(unavailable);
    expect(told).toHaveLength(6);
    for (const name of await readdir(join(root, 'example')))
      if (name.endsWith('.not-served.json')) await rm(join(root, 'example', name));
    expect(await prepare(driver, settings)).toMatchObject(unavailable);
    expect(told).toHaveLength(8);
  });

  it.each<[problem: string, need: Readonly<Record<string, unknown>>, what: string, why: RegExp]>([
    ['is not there', { probe: { command: 'printproof-no-such-tool', args: [] } }, 'Tool ≥ 2', /^not found$/],
    [
      'is too old',
      { probe: { command: '{node}', args: ['-p', "'v1.9'"] } },
      'Tool ≥ 2',
      /^version 1\.9 found$/,
    ],
    [
      'is too new',
      { probe: { command: '{node}', args: ['-p', "'v18'"] }, below: '18' },
      'Tool ≥ 2 and < 18',
      /^version 18 found$/,
    ],
    [
      'says no version',
      { probe: { command: '{node}', args: ['-p', "'hm'"] } },
      'Tool ≥ 2',
      /^no version in "hm"$/,
    ],
    [
      'tells it on standard error',
      { probe: { command: '{node}', args: ['-e', "console.error('v1')"] } },
      'Tool ≥ 2',
      /^version 1 found$/,
    ],
  ])('is unavailable when a tool %s, and says how to get it', async (_problem, need, what, why) => {
    const { drivers, settings, told } = await bench();
    const whole = { tool: 'Tool', version: 'v(\\d+(?:\\.\\d+)*)', atLeast: '2', get: 'install it', ...need };
    for (const when of [{}, { when: 'build' }]) {
      const driver = await driverFolder(drivers, { needs: [{ ...whole, ...when }], setup: [step('x', '')] });
      const preparation = await prepare(driver, settings);
      expect(preparation).toMatchObject({
        state: 'unavailable',
        missing: [{ what, why: expect.stringMatching(why), get: 'install it' }],
      });
    }
    expect(told).toEqual([]);
  });

  it('is broken when a listed file is not there', async () => {
    const { drivers, settings } = await bench();
    const driver = await driverFolder(drivers, { files: ['shim.js', 'pom.xml'] }, { 'shim.js': '' });
    expect(await prepare(driver, settings)).toMatchObject({ state: 'broken', output: 'not there: pom.xml' });
  });

  it('is broken when the command of a step is not there', async () => {
    const { drivers, settings } = await bench();
    const setup = [{ title: 'compile', command: 'printproof-no-such-compiler', args: [] }];
    expect(await prepare(await driverFolder(drivers, { setup }), settings)).toMatchObject({
      state: 'broken',
      output: expect.stringContaining('ENOENT'),
    });
  });

  it('names no folder of this machine in what a failing step wrote', async () => {
    const { drivers, settings } = await bench();
    const driver = await driverFolder(drivers, {
      setup: [step('compile', 'console.log(process.cwd()); process.exit(1)')],
    });
    expect(await prepare(driver, settings)).toMatchObject({ state: 'broken', output: '{build}' });
  });

  it('is unavailable when there is no place for its build', async () => {
    const { root, drivers, settings } = await bench();
    await writeFile(root, 'a file, where a folder should be');
    const preparation = await prepare(await driverFolder(drivers, { setup: [step('x', '')] }), settings);
    expect(preparation).toMatchObject({
      state: 'unavailable',
      missing: [{ what: 'a place for its build', get: expect.stringContaining(root) }],
    });
  });

  it('stops when it is told to, and leaves nothing', async () => {
    const { root, drivers, settings } = await bench();
    const driver = await driverFolder(drivers, {
      setup: [step('wait', 'setTimeout(() => undefined, 2 ** 30)')],
    });
    const abort = new AbortController();
    const preparing = prepare(driver, {
      ...settings,
      signal: abort.signal,
      onProgress: () => abort.abort(new Error('enough')),
    });
    await expect(preparing).rejects.toThrow('enough');
    expect(await left(root)).toEqual([]);
  });

  it('lets two set-ups of one driver run at once', async () => {
    const { root, drivers, settings } = await bench();
    const driver = await driverFolder(drivers, { files: ['shim.js'], setup: [WRITE] }, { 'shim.js': 'x' });
    const both = await Promise.all([prepare(driver, settings), prepare(driver, settings)]);
    const [one, other] = both.map((preparation) => readyOf(preparation).start);
    expect(one).toEqual(other);
    expect(await left(root)).toEqual(['*']);
  });

  it('keeps the three builds that were used last, and removes what a killed set-up left', async () => {
    const { root, drivers, settings } = await bench();
    const build = async (content: string): Promise<DriverFolder> =>
      driverFolder(drivers, { files: ['shim.js'] }, { 'shim.js': content });
    const first = readyOf(await prepare(await build('0'), settings)).start.cwd;
    // No process has this id: the kernel's largest is below 2^22.
    const abandoned = join(root, 'example', '0123456789abcdef.building-99999999-1');
    await writeFile(abandoned, '');
    for (const content of ['1', '2', '0', '3']) await prepare(await build(content), settings);
    expect(await left(root)).toEqual(['*', '*', '*']);
    expect(existsSync(first)).toBe(true);
  });

  it('gives a shim its environment, and the caller may add to it', async () => {
    const { drivers, settings } = await bench();
    const shim = `
      const hello = { type: 'hello', protocol: 1, driver: { name: 'example', package: 'example', version: '1.0.0' },
        runtime: { name: process.argv[1], version: '1' }, platform: '', locale: process.env.SHIM_LOCALE,
        timeZone: process.env.TZ, abilities: [process.cwd()] };
      process.stdin.once('data', () => console.log('\\u001E' + JSON.stringify(hello)));
    `;
    const start = {
      command: '{node}',
      args: ['{build}/shim.js'],
      env: { SHIM_LOCALE: '{source}', TZ: 'UTC' },
    };
    const driver = await driverFolder(drivers, { files: ['shim.js'], start }, { 'shim.js': shim });
    const ready = readyOf(await prepare(driver, settings));
    const opening = await openDriver(ready, {}, { TZ: 'Asia/Tokyo' });
    if (!opening.ok) throw new Error(JSON.stringify(opening.failure));
    await opening.session.stop();
    expect(opening.session.breaches).toEqual([]);
    expect(opening.session.hello).toMatchObject({
      runtime: { name: join(ready.start.cwd, 'shim.js') },
      locale: driver.folder,
      timeZone: 'Asia/Tokyo',
      concurrency: 1,
    });
  });

  it('needs no build for a driver without files and steps', async () => {
    const { root, settings } = await bench();
    const miniature = await loadManifest(new URL('../../miniatures/honest', import.meta.url).pathname);
    const ready = readyOf(await prepare(miniature, settings));
    expect(ready).toMatchObject({ cached: true, start: { cwd: miniature.folder } });
    expect(existsSync(root)).toBe(false);
  });
});
