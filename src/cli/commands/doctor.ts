import { Command } from 'commander';
import { doctor } from '../../driver/index.ts';
import { renderDoctor } from '../../driver/index.ts';
import { BUILDS, readManifests } from '../participants.ts';

/** `printproof doctor`: what this machine has for each driver, what is missing, and how to get it. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say what is there for each driver, what is missing, and how to get it')
    .option('--json', 'as JSON')
    .action(async ({ json }: { readonly json?: true }) => {
      const diagnoses = await doctor(await readManifests(), { root: BUILDS });
      process.stdout.write(
        json === true ? `${JSON.stringify(diagnoses, undefined, 2)}\n` : renderDoctor(diagnoses),
      );
    });
}
