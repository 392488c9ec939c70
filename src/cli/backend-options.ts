import { Option, type Command } from 'commander';

/** The flags that say which backend is meant, alike for every command that needs one. */
export function withBackendOptions(command: Command): Command {
  return command
    .option('--backend <kind>', 'embedded, container, container:<image> or a URL', 'embedded')
    .addOption(
      new Option('--secret <secret>', 'root secret of a container or URL (default: "secret")').env(
        'FAUNA_ROOT_KEY',
      ),
    )
    .option(
      '--base-image <image>',
      'what the own container image is built upon; "local" makes one of this machine\'s Node.js',
    );
}
