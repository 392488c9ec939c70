import { Command } from 'commander';
import { findEngine, type Engine } from '../../backend/container/find-engine.ts';
import { doctor, renderDoctor } from '../../driver/index.ts';
import { BUILDS, readManifests } from '../participants.ts';

/** `printproof doctor`: what this machine has for each driver and for containers, what is missing, and how to get it. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say what is there for each driver and for containers, what is missing, and how to get it')
    .option('--json', 'as JSON')
    .action(async ({ json }: { readonly json?: true }) => {
      const [drivers, engine] = await Promise.all([
        doctor(await readManifests(), { root: BUILDS }),
        findEngine(),
      ]);
      process.stdout.write(
        json === true
          ? `${JSON.stringify({ drivers, engine }, undefined, 2)}\n`
          : `${renderDoctor(drivers)}\n${engineText(engine)}\n`,
      );
    });
}

function engineText(engine: Engine): string {
  return engine.kind === 'there'
    ? `Container engine ${engine.version}: there, for --backend container`
    : `Container engine: missing, so --backend container cannot be used (${engine.why}).\n  To get it: ${engine.get}`;
}
