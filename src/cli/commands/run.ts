import { Command } from 'commander';
import { run } from '../../run/run.ts';
import type { RunRecord } from '../../verdict/record.ts';
import { backendNamed, type BackendFlags } from '../backend-named.ts';
import { withBackendOptions } from '../backend-options.ts';
import { integer, list, path, positive } from '../flag-values.ts';
import { interruption } from '../interruption.ts';
import { participantOf } from '../participants.ts';
import { readKnown } from '../read-known.ts';
import { renderReports } from '../render-reports.ts';
import { select } from '../select.ts';
import { toolVersion } from '../tool-version.ts';
import { writeReports } from '../write-reports.ts';

interface RunFlags extends BackendFlags {
  readonly driver: readonly string[];
  readonly scenario: readonly string[];
  readonly filter?: string;
  readonly seed?: number;
  readonly path?: string;
  readonly json?: true;
  readonly require: readonly string[];
  readonly timeout: number;
  readonly known?: string;
  readonly output: string;
}

/** `printproof run`: runs scenarios through drivers, prints a table, and writes `run.json` and `index.html`. */
export function runCommand(): Command {
  return withBackendOptions(new Command('run'))
    .description('run scenarios through drivers and write the reports')
    .option(
      '-d, --driver <name>',
      'only this driver: a name, or the folder of a driver.json (repeatable)',
      list,
      [],
    )
    .option('-s, --scenario <name>', 'only this scenario (repeatable)', list, [])
    .option('--filter <pattern>', 'only scenarios whose name matches; * stands for anything')
    .option('--seed <number>', 'seed of the generated scenarios (default: a new one, printed)', integer)
    .option('--path <path>', 'path of a counter-example, as a failure prints it', path)
    .option('--json', 'write run.json to standard output instead of the table')
    .option('--require <name>', 'a driver that must not be unavailable, or "all" (repeatable)', list, [])
    .option('--timeout <ms>', 'milliseconds that a driver has for one question', positive, 20_000)
    .option('--known <file>', 'file of known divergences (default: the one that comes with printproof)')
    .option('--output <folder>', 'where run.json and index.html go', 'reports')
    .action(async (flags: RunFlags) => {
      const { drivers, scenarios, generators, required, names } = await select(flags);
      // A file of the user's may be about drivers that take no part today; ours is about ours.
      const known = await readKnown(flags.known, {
        scenarios: names.scenarios,
        ...(flags.known === undefined ? { drivers: names.drivers } : {}),
      });
      const interrupted = interruption();
      const say = (message: string): void => console.error(message);

      const record = await run({
        scenarios,
        generators,
        participants: drivers.map(participantOf),
        backend: backendNamed(flags),
        known,
        seed: flags.seed ?? newSeed(),
        ...(flags.path === undefined ? {} : { path: flags.path }),
        timeoutMs: flags.timeout,
        version: toolVersion(),
        progress: say,
        signal: interrupted.signal,
      });

      const { table, files } = renderReports(record, { colour: wantsColour() });
      process.stdout.write(flags.json === true ? files['run.json'] : table);
      say(`Reports: ${(await writeReports(flags.output, files)).join(', ')}`);
      process.exitCode = interrupted.exitCode() ?? exitCodeOf(record, required, say);
    });
}

/** 0 when everything is as expected, 1 when something is not or what was required is not there, 2 when nothing could run. */
function exitCodeOf(record: RunRecord, required: readonly string[], say: (message: string) => void): number {
  const missing = record.drivers.filter(({ name, state }) => required.includes(name) && state.kind !== 'ran');
  for (const { title } of missing) say(`Required, and not there: ${title}. The table says why.`);
  if (missing.length === 0 && record.drivers.every(({ state }) => state.kind === 'unavailable')) {
    say(
      'Nothing was checked: no driver can run here. "printproof doctor" says what is missing and how to get it.',
    );
    return 2;
  }
  return record.totals.unexpected === 0 && record.stale.length === 0 && missing.length === 0 ? 0 : 1;
}

function newSeed(): number {
  return Math.trunc(Math.random() * 2 ** 31);
}

/** Colours for people at a terminal, unless they said no (https://no-color.org). */
function wantsColour(): boolean {
  return process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
}
