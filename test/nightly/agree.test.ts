import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { js43 } from '../../src/format/js/index.ts';
import { fromWire, JsonNumber, type Json } from '../../src/value/index.ts';
import { errorReadsAsProjected, printsAlike, readsAsProjected, treesAgree } from './agree.ts';
import { startAnsweringDatabase } from './answering-database.ts';
import { startDriver, type LiveDriver } from './live-driver.ts';
import { isRunning, startNode, type Program } from './old-node.ts';

/** What the nightly comparison does with old releases, with the Node.js that runs this and the driver that is installed. */
const program: Program = { path: process.execPath, flags: [] };
const faunadb = join(dirname(createRequire(import.meta.url).resolve('faunadb/package.json')));
const wire: Json = [new JsonNumber('1'), "it's"];
const refusal = { status: 404, errors: [{ code: 'instance not found', description: "it's\n" }] };
const one = { wire, value: fromWire(wire) };

describe('the layouts of a Node.js', () => {
  test('are those of its profile', async () => {
    const node = await startNode(program);
    if (!isRunning(node)) throw new Error(node.unavailable);
    await using running = node;
    await treesAgree(running, 'n16', 50);
  });

  test.each(['n4', 'n10', 'n12', 'n14'] as const)('are not those of %s', async (profile) => {
    const node = await startNode(program);
    if (!isRunning(node)) throw new Error(node.unavailable);
    await using running = node;
    await expect(treesAgree(running, profile, 500)).rejects.toThrow(/seed: [^]*Counterexample: /);
  });
});

describe('a driver on a Node.js', () => {
  test('prints as its format does, which reads it', async () => {
    await withDriver(async (driver) => {
      const pair = { driver, format: js43, asPrinted: (text: string) => text };
      const printed = await printsAlike(pair, one);
      expect(printed).toBe(`[ 1, "it's" ]`);
      readsAsProjected(pair, printed ?? '', one.value);
    });
  });

  test('is caught when it prints another text', async () => {
    await withDriver(async (driver) => {
      const asPrinted = (text: string): string => text.replace('1', '2');
      await expect(printsAlike({ driver, format: js43, asPrinted }, one)).rejects.toThrow('character 2');
    });
  });

  test('is caught when its print says something else', () => {
    const pair = { format: js43, asPrinted: (text: string) => text };
    expect(() => {
      readsAsProjected(pair, '[ 2, "it\'s" ]', one.value);
    }).toThrow('[1');
  });

  test('prints an error that reads as what is projected', async () => {
    await withDriver(async (driver) => {
      await errorReadsAsProjected({ driver, format: js43, asPrinted: (text) => text }, refusal);
    });
  });

  test('is caught when its errors say something else', async () => {
    await withDriver(async (driver) => {
      const liar: LiveDriver = {
        ...driver,
        outcomeOfError: (error) => driver.outcomeOfError({ ...error, status: 400 }),
      };
      const pair = { driver: liar, format: js43, asPrinted: (text: string) => text };
      await expect(errorReadsAsProjected(pair, refusal)).rejects.toThrow('NotFound');
    });
  });

  test('is unavailable where it does not load, with the reason', async () => {
    await using database = await startAnsweringDatabase();
    const absent = await startDriver(program, join(faunadb, 'absent'), database);
    expect(absent).toMatchObject({ unavailable: expect.stringContaining('Cannot find module') });
  });
});

async function withDriver(use: (driver: LiveDriver) => Promise<void>): Promise<void> {
  await using database = await startAnsweringDatabase();
  const started = await startDriver(program, faunadb, database);
  if ('unavailable' in started) throw new Error(started.unavailable);
  await using driver = started;
  await use(driver);
}
