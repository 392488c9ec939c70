import { Command } from 'commander';
import { prepareDriver, readManifests } from '../participants.ts';

/** `printproof setup`: builds every shim that can be built here, and says what each step took. */
export function setupCommand(): Command {
  return new Command('setup')
    .description('set up every driver that this machine can run')
    .option('--refetch', 'ask the registries again for what they did not serve within the last hour')
    .action(async ({ refetch = false }: { readonly refetch?: boolean }) => {
      const say = (message: string): void => console.error(message);
      let broken = false;
      await Promise.all(
        (await readManifests()).map(async (driver) => {
          const preparation = await prepareDriver(driver, say, { refetch });
          const { title, version } = driver.manifest;
          switch (preparation.state) {
            case 'ready':
              say(
                `✓ ${title} ${version}: ready${preparation.cached ? ', built before' : ''} (${(preparation.durationMs / 1000).toFixed(1)} s)`,
              );
              break;
            case 'unavailable':
              for (const { what, why, note, get } of preparation.missing)
                say(
                  `– ${title} ${version}: unavailable. ${what}: ${why}${note === undefined ? '' : ` (${note})`}. To get it: ${get}`,
                );
              break;
            case 'broken':
              broken = true;
              say(`✗ ${title} ${version}: "${preparation.step}" failed:\n${preparation.output}`);
          }
        }),
      );
      process.exitCode = broken ? 2 : 0;
    });
}
