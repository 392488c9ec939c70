import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doctor } from '../../src/driver/doctor.ts';
import { renderDoctor } from '../../src/driver/render-doctor.ts';
import { prepareAll } from '../../src/driver/setup/prepare.ts';
import { driverFolder, step, temporaryFolder } from './setup/driver-folder.ts';

const tool = (name: string, probe: readonly string[], more: object = {}): unknown => ({
  tool: name,
  probe: { command: probe[0], args: probe.slice(1) },
  version: '(\\d+(?:\\.\\d+)*)',
  atLeast: '2',
  get: `install ${name}`,
  ...more,
});
const THERE = ['{node}', '-p', "'3.1'"];
const ABSENT = ['printproof-no-such-tool'];

describe('doctor', () => {
  it('says for each driver what is there, what is missing and how to get it, before and after set-up', async () => {
    const folder = await temporaryFolder();
    const fetches = { coordinate: 'org.example:thing:1.0', get: 'publish it' };
    const drivers = [
      await driverFolder(folder, {
        name: 'a',
        title: 'A',
        needs: [tool('Alpha', THERE)],
        setup: [step('x', '')],
      }),
      await driverFolder(folder, {
        name: 'b',
        title: 'B',
        needs: [tool('Alpha', THERE), tool('Beta', ABSENT, { when: 'build' })],
        setup: [step('x', '')],
      }),
      await driverFolder(folder, {
        name: 'c',
        title: 'C',
        setup: [step('fetch', 'process.exit(1)', { fetches })],
      }),
      await driverFolder(folder, { name: 'd', title: 'D', needs: [tool('Gamma', THERE, { below: '3' })] }),
    ];
    const root = join(folder, 'builds');

    const before = await doctor(drivers, { root });
    expect(before.map(({ name, state }) => [name, state])).toEqual([
      ['a', 'to be built'],
      ['b', 'unavailable'],
      ['c', 'to be built'],
      ['d', 'unavailable'],
    ]);
    await prepareAll(drivers, { root });
    const after = await doctor(drivers, { root });
    expect(after).toMatchObject([
      { state: 'ready', tools: [{ ok: true, tool: 'Alpha', version: '3.1' }], missing: [] },
      { state: 'unavailable', missing: [{ what: 'Beta ≥ 2', why: 'not found', get: 'install Beta' }] },
      { state: 'unavailable', missing: [{ what: 'org.example:thing:1.0', get: 'publish it' }] },
      { state: 'unavailable', missing: [{ what: 'Gamma ≥ 2 and < 3', why: 'version 3.1 found' }] },
    ]);
  });

  it('is plain text for a terminal', () => {
    const common = { package: 'p', version: '1.0' };
    const text = renderDoctor([
      {
        ...common,
        name: 'a',
        title: 'A',
        state: 'ready',
        tools: [{ ok: true, tool: 'Alpha', wanted: '≥ 2', version: '3.1' }],
        missing: [],
      },
      { ...common, name: 'b', title: 'B', state: 'to be built', tools: [], missing: [] },
      {
        ...common,
        name: 'c',
        title: 'C',
        state: 'unavailable',
        tools: [],
        missing: [{ what: 'Beta ≥ 2', why: 'not found', get: 'install Beta' }],
      },
    ]);
    expect(text).toBe(`A: ready
  package  p 1.0
  found    Alpha 3.1 (≥ 2)

B: nothing missing; the next run builds it
  package  p 1.0

C: unavailable
  package  p 1.0
  missing  Beta ≥ 2: not found
           get it: install Beta

2 of 3 drivers can be used on this machine; the others lack what is marked missing.
`);
    expect(renderDoctor([])).toBe('There are no drivers.\n');
  });
});
