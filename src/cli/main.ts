/**
 * The command line: arguments come in, a command runs, an exit status goes out. 0 as expected, 1 expectations not met,
 * 2 usage or environment, 130 and 143 after a signal. Known errors print their message and hint, no stack.
 */
import { Command, CommanderError } from 'commander';
import { conformCommand } from './commands/conform.ts';
import { doctorCommand } from './commands/doctor.ts';
import { listCommand } from './commands/list.ts';
import { runCommand } from './commands/run.ts';
import { serveCommand } from './commands/serve.ts';
import { setupCommand } from './commands/setup.ts';
import { showCommand } from './commands/show.ts';
import { isEnvironmentError } from './environment-error.ts';
import { toolVersion } from './tool-version.ts';
import { UsageError } from './usage-error.ts';

export const EXIT = { expected: 0, unexpected: 1, usage: 2 } as const;

/** Runs the command line and sets the process's exit status. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('printproof')
    .description(
      'Checks what database drivers print: against each other, against the wire, and against models.',
    )
    .version(toolVersion())
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .addCommand(runCommand())
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(doctorCommand())
    .addCommand(setupCommand())
    .addCommand(serveCommand())
    .addCommand(conformCommand());
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync([...argv]);
  } catch (cause) {
    process.exitCode = exitCodeOf(cause);
  }
}

function exitCodeOf(cause: unknown): number {
  // commander has written its own message; help and version end with 0.
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.expected : EXIT.usage;
  if (cause instanceof UsageError) {
    console.error(`printproof: ${cause.message}`);
    if (cause.hint !== undefined) console.error(`  ${cause.hint}`);
    return EXIT.usage;
  }
  if (isEnvironmentError(cause)) {
    console.error(`printproof: ${cause.message}`);
    return EXIT.usage;
  }
  console.error(cause);
  console.error('printproof: this is a defect of printproof itself. Please report it with the lines above.');
  return EXIT.usage;
}
