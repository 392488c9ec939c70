import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readKnown } from '../../src/cli/read-known.ts';
import { select } from '../../src/cli/select.ts';

const drivers = fileURLToPath(new URL('../../drivers', import.meta.url));
const choose = (driver: readonly string[], more: { scenario?: string[]; require?: string[] } = {}) =>
  select({ driver, scenario: [], require: [], ...more });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printproof-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('choosing drivers', () => {
  it('takes a driver that is named and whose folder is given once', async () => {
    const chosen = await choose(['python', join(drivers, 'python'), `${drivers}/python/`]);
    expect(chosen.drivers.map(({ manifest }) => manifest.name)).toEqual(['python']);
  });

  it('refuses two folders of one name', async () => {
    await cp(join(drivers, 'python'), join(folder, 'python'), { recursive: true });
    await expect(choose([join(folder, 'python')])).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('Two drivers are named "python"'),
    });
  });

  it('requires all of the chosen ones, or those that are named', async () => {
    expect((await choose(['go', 'java'], { require: ['all'] })).required).toEqual(['go', 'java']);
    expect((await choose([], { require: ['java'] })).required).toEqual(['java']);
    expect((await choose(['go'])).required).toEqual([]);
  });
});

describe('known divergences', () => {
  const entry = {
    id: 'one',
    driver: 'javascript',
    versions: '*',
    scenario: 'log-in-2018',
    steps: ['log in'],
    expectation: 'sends the query',
    shape: 'x',
    reason: 'y',
  };
  const names = { drivers: ['javascript'], scenarios: ['log-in-2018'] };
  const fileOf = async (...entries: readonly object[]): Promise<string> => {
    const path = join(folder, 'known.json');
    await writeFile(path, JSON.stringify({ version: 1, entries }));
    return path;
  };

  it('our own file names only drivers and scenarios that there are', async () => {
    const { names: all } = await choose([]);
    const text = await readFile(new URL('../../fixtures/known-divergences.json', import.meta.url), 'utf8');
    expect((await readKnown(undefined, all)).entries).toHaveLength(JSON.parse(text).entries.length);
  });

  it.each([
    ['a driver that there is none of', [{ ...entry, driver: 'javascrpit' }], '"javascrpit"'],
    ['a scenario that there is none of', [{ ...entry, scenario: 'log-in' }], '"log-in"'],
  ])('an entry of %s is refused: it would never be put to the test', async (_what, entries, words) => {
    await expect(readKnown(await fileOf(...entries), names)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(words),
    });
  });

  it('two entries of one id are refused', async () => {
    await expect(readKnown(await fileOf(entry, { ...entry, steps: ['other'] }), names)).rejects.toMatchObject(
      {
        hint: expect.stringContaining('"one" is there twice'),
      },
    );
  });
});
