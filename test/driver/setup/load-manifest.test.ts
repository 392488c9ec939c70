import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadManifest, loadManifests, ManifestError } from '../../../src/driver/setup/load-manifest.ts';
import { driverFolder, MINIMAL, step, temporaryFolder } from './driver-folder.ts';

const root = new URL('../../../', import.meta.url).pathname;
const need = {
  tool: 'Tool',
  probe: { command: 'tool', args: ['--version'] },
  version: '(\\d+)',
  atLeast: '1.2',
  get: 'ask for it',
};

describe('driver.json', () => {
  it('of every driver of this repository can be used', async () => {
    const drivers = await loadManifests(join(root, 'drivers'));
    expect(drivers.map(({ manifest }) => manifest.name)).toEqual(
      expect.arrayContaining(['csharp', 'go', 'java', 'javascript', 'python', 'scala']),
    );
  });

  it.each<[problem: string, manifest: Readonly<Record<string, unknown>>, message: RegExp]>([
    ['an unknown member', { nmae: 'x' }, /\(root\): Unrecognized key: "nmae"/],
    ['a member that is missing', { version: undefined }, /version: /],
    ['a name that is no folder name', { name: 'C#' }, /name: must be lower-case letters/],
    [
      'an unknown placeholder',
      { start: { command: '{nod}', args: [] } },
      /start\.command: has an unknown placeholder; known: \{build\}, \{source\}, \{node\}/,
    ],
    ['a file outside the folder', { files: ['../other'] }, /files\.0: must be a path inside/],
    ['an absolute file', { files: ['/etc/passwd'] }, /files\.0: must be a path inside/],
    [
      'a version that is no number',
      { needs: [{ ...need, atLeast: '1.x' }] },
      /needs\.0\.atLeast: must be numbers with dots/,
    ],
    [
      'a pattern without a group',
      { needs: [{ ...need, version: '\\d+' }] },
      /needs\.0\.version: must be a regular expression with one group/,
    ],
    [
      'a pattern that is none',
      { needs: [{ ...need, version: '(' }] },
      /needs\.0\.version: must be a regular expression/,
    ],
    ['a way to get it for one system only', { needs: [{ ...need, get: { linux: 'x' } }] }, /needs\.0\.get: /],
    [
      'a misspelt member of a step',
      { setup: [step('x', '', { fetch: 'y' })] },
      /setup\.0: Unrecognized key: "fetch"/,
    ],
  ])('with %s says where and what', async (_problem, manifest, message) => {
    const folder = driverFolder(await temporaryFolder(), manifest);
    await expect(folder).rejects.toThrow(ManifestError);
    await expect(folder).rejects.toThrow(message);
  });

  it.each<[problem: string, text: string | undefined, message: RegExp]>([
    ['missing', undefined, /driver\.json cannot be read: ENOENT/],
    ['no JSON', '{\n  "name": x\n}', /driver\.json is not JSON: line 2, column 11: expected strict JSON/],
    ['empty', '', /driver\.json is not JSON|does not fit/],
    ['in another folder', JSON.stringify(MINIMAL), /"name" is "example", but its folder is "elsewhere"/],
  ])('that is %s says so', async (_problem, text, message) => {
    const folder = join(await temporaryFolder(), 'elsewhere');
    await mkdir(folder);
    if (text !== undefined) await writeFile(join(folder, 'driver.json'), text);
    const loaded = loadManifest(folder);
    await expect(loaded).rejects.toThrow(ManifestError);
    await expect(loaded).rejects.toThrow(message);
  });

  it('is looked for in each folder, and folders without it are no drivers', async () => {
    const folder = await temporaryFolder();
    await driverFolder(folder, { name: 'b' });
    await driverFolder(folder, { name: 'a' });
    await mkdir(join(folder, 'notes'));
    await writeFile(join(folder, 'README.md'), '');
    expect((await loadManifests(folder)).map(({ manifest }) => manifest.name)).toEqual(['a', 'b']);
  });
});
