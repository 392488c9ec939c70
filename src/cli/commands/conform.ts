import { basename } from 'node:path';
import { Command } from 'commander';
import { ownExceptions, ownRecordings } from '../../conform/fixtures.ts';
import { renderConformTable } from '../../conform/render-table.ts';
import { runConform } from '../../conform/run-conform.ts';
import { backendNamed, type BackendFlags } from '../backend-named.ts';
import { withBackendOptions } from '../backend-options.ts';
import { list, positive } from '../flag-values.ts';

interface ConformFlags extends BackendFlags {
  readonly recording: readonly string[];
  readonly family: readonly string[];
  readonly history?: string;
  readonly every?: number;
  readonly limit?: number;
  readonly show: number;
  readonly all?: true;
  readonly json?: true;
}

/** `printproof conform`: replays recorded exchanges of the real database against a server that claims compatibility. */
export function conformCommand(): Command {
  return withBackendOptions(new Command('conform'))
    .description('replay recorded exchanges of the real database core and compare every answer')
    .option(
      '-r, --recording <file>',
      'only this recording: a file, or one of ours by name (repeatable)',
      list,
      [],
    )
    .option('--family <name>', 'only histories of this family (repeatable)', list, [])
    .option('--history <id>', 'only this history')
    .option('--every <n>', 'only every n-th history', positive)
    .option('--limit <n>', 'at most so many histories of a recording', positive)
    .option('--show <n>', 'so many differences in full', positive, 10)
    .option('--all', 'a line for every function, not only for those that differ')
    .option('--json', 'the whole report as JSON')
    .action(async (flags: ConformFlags) => {
      const own = await ownRecordings();
      const recordings = flags.recording.map(
        (name) => own.find((path) => basename(path, '.gz') === name) ?? name,
      );
      await using backend = await backendNamed(flags).start();
      const report = await runConform({
        url: backend.url,
        secret: backend.rootSecret,
        recordings: recordings.length === 0 ? own : recordings,
        families: flags.family.length === 0 ? undefined : flags.family,
        history: flags.history,
        every: flags.every,
        limit: flags.limit,
        exceptions: await ownExceptions(),
      });
      process.stdout.write(
        flags.json === true
          ? `${JSON.stringify(report, undefined, 2)}\n`
          : renderConformTable(report, { differences: flags.show, allFunctions: flags.all === true }),
      );
      process.exitCode = report.total.different === 0 && report.staleExceptions.length === 0 ? 0 : 1;
    });
}
