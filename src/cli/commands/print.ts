import { Command } from 'commander';
import { formatNamed } from '../format-named.ts';
import { sourcesOf } from '../lines.ts';
import { printLine } from '../print-line.ts';
import { StandardOutput } from '../standard-output.ts';

interface PrintFlags {
  readonly format?: string;
  readonly wire?: true;
}

/** `printproof print`: values as JSON lines, as a driver prints them. */
export function printCommand(): Command {
  return new Command('print')
    .description('print values as a driver does: JSON lines of tagged values, or what parse wrote')
    .argument('[file...]', 'files to read; standard input when there are none, or for -')
    .option(
      '-f, --format <id>',
      'the format to print, such as js/4.3; default: the first that each record names',
    )
    .option('--wire', 'the lines are wire JSON, as the database answers')
    .action(async (files: readonly string[], flags: PrintFlags) => {
      const format = flags.format === undefined ? undefined : formatNamed(flags.format);
      const output = new StandardOutput();
      for (const { name, lines } of sourcesOf(files)) {
        let number = 0;
        for await (const line of lines) {
          number += 1;
          if (line.trim() === '') continue;
          const result = printLine(line, {
            ...(format === undefined ? {} : { format }),
            wire: flags.wire === true,
          });
          if (result.ok) await output.line(result.text);
          else {
            console.error(`printproof: ${name}, line ${number}: ${result.message}`);
            process.exitCode = 1;
          }
          if (output.isClosed) return;
        }
      }
    });
}
