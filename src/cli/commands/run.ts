import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { backendNamed } from '../backend-named.ts';
import { interruption } from '../interruption.ts';
import { readKnown } from '../read-known.ts';
import { participantOf, readManifests } from '../participants.ts';
import { filterByName, pick } from '../pick.ts';
import { toolVersion } from '../tool-version.ts';
import { UsageError } from '../usage-error.ts';
import { loadManifest } from '../../driver/setup/load-manifest.ts';
import { renderHtml } from '../../report/html/render-html.tsx';
import { renderRunJson } from '../../report/run-json.ts';
import { renderTerminal } from '../../report/terminal.ts';
import { generators } from '../../run/generate/generators.ts';
import { run } from '../../run/run.ts';
import { scenarios } from '../../scenario/index.ts';
import type { RunRecord } from '../../verdict/record.ts';

interface RunOptions {
  readonly driver: readonly string[];
  readonly scenario: readonly string[];
  readonly filter?: string;
  readonly seed?: number;
  readonly path?: string;
  readonly backend: string;
  readonly secret?: string;
  readonly json?: true;
  readonly require: readonly string[];
  readonly timeout: number;
  readonly known: string;
  readonly output: string;
}

/** `printproof run`: runs scenarios through drivers, prints a table, and writes `run.json` and `index.html`. */
export function runCommand(): Command {
  return new Command('run')
    .description('run scenarios through drivers and write the reports')
    .option('-d, --driver <name…>', 'only these drivers (a name, or the folder of a driver.json)', list, [])
    .option('-s, --scenario <name…>', 'only these scenarios', list, [])
    .option('--filter <pattern>', 'only scenarios whose name matches; * stands for anything')
    .option('--seed <number>', 'seed of the generated scenarios (default: a new one, printed)', integer)
    .option('--path <path>', 'path of a counter-example, as a failure prints it')
    .option('--backend <kind>', 'embedded, container, container:<image> or a URL', 'embedded')
    .addOption(new Option('--secret <secret>', 'root secret of a backend at a URL').env('FAUNA_ROOT_KEY'))
    .option('--json', 'write run.json to standard output instead of the table')
    .option('--require <name…>', 'drivers that must not be unavailable; "all" for every driver', list, [])
    .option('--timeout <ms>', 'milliseconds that a driver has for one question', positive, 20_000)
    .option('--known <file>', 'file of known divergences', 'fixtures/known-divergences.json')
    .option('--output <folder>', 'where run.json and index.html go', 'reports')
    .action(async (options: RunOptions) => {
      const manifests = await readManifests(options.driver.filter(isFolder));
      const named = await Promise.all(
        options.driver.map(async (name) => (isFolder(name) ? nameIn(name) : name)),
      );
      const drivers = pick(
        'driver',
        manifests.map((one) => ({ ...one, name: one.manifest.name })),
        named,
      );
      const selected = filterByName(
        'scenario',
        pick('scenario', scenarios, options.scenario),
        options.filter,
      );
      const required = options.require.includes('all')
        ? drivers
        : pick('driver', drivers, options.require).filter(({ name }) => options.require.includes(name));
      const interrupted = interruption();
      const say = (message: string): void => console.error(message);

      const record = await run({
        scenarios: scenarios.filter((one) => selected.includes(one)),
        generators: generators.filter((one) => selected.includes(one)),
        participants: drivers.map(participantOf),
        backend: backendNamed(options.backend, options.secret),
        known: await readKnown(options.known),
        seed: options.seed ?? newSeed(),
        ...(options.path === undefined ? {} : { path: options.path }),
        timeoutMs: options.timeout,
        version: toolVersion(),
        progress: say,
        signal: interrupted.signal,
      });

      await writeReports(options.output, record);
      if (options.json === true) process.stdout.write(renderRunJson(record));
      else process.stdout.write(renderTerminal(record));
      say(`Reports: ${join(options.output, 'index.html')}, ${join(options.output, 'run.json')}`);
      process.exitCode =
        interrupted.exitCode() ??
        exitCodeOf(
          record,
          required.map(({ name }) => name),
          say,
        );
    });
}

/** 0 when everything is as expected; what was required and is not there makes it 1. */
function exitCodeOf(record: RunRecord, required: readonly string[], say: (message: string) => void): number {
  const missing = record.drivers.filter(({ name, state }) => required.includes(name) && state.kind !== 'ran');
  for (const { title, state } of missing)
    say(
      `Required and not there: ${title}. ${state.kind === 'unavailable' ? `${state.missing}. ${state.get}` : ''}`,
    );
  return record.totals.unexpected === 0 && record.stale.length === 0 && missing.length === 0 ? 0 : 1;
}

async function writeReports(folder: string, record: RunRecord): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'run.json'), renderRunJson(record));
    await writeFile(join(folder, 'index.html'), renderHtml(record));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(
      `The reports cannot be written to ${folder}: ${reason}`,
      'Is the disk full, or the folder not yours? Choose another with --output.',
      { cause },
    );
  }
}

/** The driver's name in the folder that the user gave. */
async function nameIn(folder: string): Promise<string> {
  return (await loadManifest(folder)).manifest.name;
}

/** Something with a slash or a dot in front is a folder, not the name of a driver. */
function isFolder(name: string): boolean {
  return /[/\\]|^\./.test(name);
}

function newSeed(): number {
  return Math.trunc(Math.random() * 2 ** 31);
}

function list(value: string, before: readonly string[]): readonly string[] {
  return [...before, ...value.split(',')];
}

function integer(value: string): number {
  if (!/^-?\d{1,10}$/.test(value)) throw new InvalidArgumentError('It must be an integer.');
  return Number(value);
}

function positive(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('It must be a positive integer.');
  return Number(value);
}
