/**
 * The command line: arguments come in, a command runs, an exit status goes out. 0 as expected, 1 expectations not met,
 * 2 usage or environment, 130 and 143 after a signal. Known errors print their message and hint, no stack.
 */
import { Command, CommanderError } from 'commander';
import { toolVersion } from './tool-version.ts';
import { UsageError } from './usage-error.ts';

export const EXIT = { expected: 0, unexpected: 1, usage: 2 } as const;

/** Loaded only when they are needed: `serve` answers sooner without what reports and drivers are made of. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import('./commands/run.ts')).runCommand(),
  list: async () => (await import('./commands/list.ts')).listCommand(),
  show: async () => (await import('./commands/show.ts')).showCommand(),
  parse: async () => (await import('./commands/parse.ts')).parseCommand(),
  print: async () => (await import('./commands/print.ts')).printCommand(),
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand(),
  setup: async () => (await import('./commands/setup.ts')).setupCommand(),
  serve: async () => (await import('./commands/serve.ts')).serveCommand(),
  conform: async () => (await import('./commands/conform.ts')).conformCommand(),
  ambiguity: async () => (await import('./commands/ambiguity.ts')).ambiguityCommand(),
  audit: async () => (await import('./commands/audit.ts')).auditCommand(),
  samples: async () => (await import('./commands/samples.ts')).samplesCommand(),
};

/** Runs the command line and sets the process's exit status. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('printproof')
    .description(
      'Checks what database drivers print: against each other, against the wire, and against models.',
    )
    .version(toolVersion())
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
  for (const command of await commandsFor(argv)) program.addCommand(command.exitOverride());
  try {
    await program.parseAsync([...argv]);
  } catch (cause) {
    process.exitCode = await exitCodeOf(cause);
  }
}

/** The command that is called; all of them where help or a suggestion may be wanted. */
async function commandsFor([, , name = '']: readonly string[]): Promise<readonly Command[]> {
  if (name === '--version' || name === '-V') return [];
  const called = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return Promise.all((called === undefined ? Object.values(COMMANDS) : [called]).map((load) => load()));
}

async function exitCodeOf(cause: unknown): Promise<number> {
  // commander has written its own message; help and version end with 0.
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.expected : EXIT.usage;
  if (cause instanceof UsageError) {
    console.error(`printproof: ${cause.message}`);
    if (cause.hint !== undefined) console.error(`  ${cause.hint}`);
    return EXIT.usage;
  }
  const { isEnvironmentError } = await import('./environment-error.ts');
  if (isEnvironmentError(cause)) {
    console.error(`printproof: ${cause.message}`);
    return EXIT.usage;
  }
  console.error(cause);
  console.error('printproof: this is a defect of printproof itself. Please report it with the lines above.');
  return EXIT.usage;
}
