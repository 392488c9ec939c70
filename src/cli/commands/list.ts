import { Command } from 'commander';
import { scenarios } from '../../scenario/index.ts';
import { generators } from '../../run/generate/generators.ts';
import { planChecks } from '../../run/plan.ts';
import { readManifests } from '../participants.ts';

/** `printproof list`: what there is to run. */
export function listCommand(): Command {
  return new Command('list')
    .description('list the scenarios and drivers')
    .option('--json', 'as JSON')
    .action(async ({ json }: { readonly json?: true }) => {
      const manifests = await readManifests();
      const fixed = scenarios.map(({ name, title, steps, ...scenario }) => ({
        name,
        title,
        steps: steps.length,
        checks: planChecks([{ name, title, steps, ...scenario }], ['one']).length,
      }));
      const generated = generators.map(({ name, title, expectations }) => ({
        name,
        title,
        steps: 'any',
        checks: expectations.length,
      }));
      const rows = [...fixed, ...generated];
      if (json === true) {
        console.log(
          JSON.stringify(
            { scenarios: rows, drivers: manifests.map(({ manifest }) => manifest) },
            undefined,
            2,
          ),
        );
        return;
      }
      console.log('Scenarios (steps, checks per driver):');
      for (const { name, title, steps, checks } of rows)
        console.log(
          `  ${name.padEnd(26)}${String(steps).padStart(3)}${String(checks).padStart(5)}  ${title}`,
        );
      console.log('\nDrivers:');
      for (const { manifest } of manifests)
        console.log(
          `  ${manifest.name.padEnd(26)}${manifest.package} ${manifest.version}, prints ${manifest.format}`,
        );
    });
}
