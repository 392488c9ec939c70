import { expect, it } from 'vitest';
import { readManifests } from '../../src/cli/participants.ts';
import { readInstabilities } from '../../src/cli/read-instabilities.ts';
import { CONDITIONS } from '../../src/prove/conditions.ts';

it('known instabilities are of drivers and conditions that there are: others could never be put to the test', async () => {
  const { entries } = await readInstabilities();
  const drivers = (await readManifests()).map(({ manifest }) => manifest.name);
  const conditions = ['printed again', 'asked again', ...CONDITIONS.map(({ name }) => name)];
  expect(entries).not.toEqual([]);
  for (const { driver, condition } of entries) {
    expect(drivers).toContain(driver);
    expect(conditions).toContain(condition);
  }
});

it('conditions have names of their own, and are of drivers that there are', async () => {
  const drivers = (await readManifests()).map(({ manifest }) => manifest.name);
  expect(new Set(CONDITIONS.map(({ name }) => name)).size).toBe(CONDITIONS.length);
  for (const name of CONDITIONS.flatMap(({ only }) => only ?? [])) expect(drivers).toContain(name);
});
