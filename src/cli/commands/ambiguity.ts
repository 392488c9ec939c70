import { Command } from 'commander';
import { formats, variants, type Format } from '../../format/index.ts';
import { kinds } from '../../ledger/kinds.ts';
import { CONDITIONS } from '../../prove/conditions.ts';
import { prove } from '../../prove/prove.ts';
import { renderProof } from '../../prove/render.ts';
import { integer, list, positive } from '../flag-values.ts';
import { interruption } from '../interruption.ts';
import { liveDriver } from '../live-driver.ts';
import { readManifests } from '../participants.ts';
import { pick } from '../pick.ts';
import { readInstabilities } from '../read-instabilities.ts';

interface AmbiguityFlags {
  readonly format: readonly string[];
  readonly kind: readonly string[];
  readonly runs: number;
  readonly seed: number;
  readonly timeout: number;
  readonly json?: true;
  /** commander's spelling of `--no-drivers`. */
  readonly drivers: boolean;
}

/** The same pairs every time; another seed looks elsewhere. */
const SEED = 20_211_015;

/** `printproof ambiguity`: two values with one text, one value with two texts, shown on the real drivers. */
export function ambiguityCommand(): Command {
  return new Command('ambiguity')
    .description(
      'look for two values with one text and one value with two, and show them on the real drivers',
    )
    .option(
      '-f, --format <id>',
      'only this format, or "all" (repeatable; default: those that today’s drivers print)',
      list,
      [],
    )
    .option('-k, --kind <name>', 'only this kind of values (repeatable)', list, [])
    .option('--runs <n>', 'arbitrary values of each kind', positive, 100)
    .option('--seed <number>', 'seed of the search', integer, SEED)
    .option('--timeout <ms>', 'milliseconds that a driver has for one print', positive, 20_000)
    .option('--json', 'the whole proof as JSON (docs/ambiguity.schema.json)')
    .option('--no-drivers', 'ask the models only')
    .action(async (flags: AmbiguityFlags) => {
      const manifests = await readManifests();
      const wanted = formatsNamed(
        flags.format,
        manifests.map(({ manifest }) => manifest.format),
      );
      const say = (message: string): void => console.error(message);
      const interrupted = interruption();
      const proof = await prove({
        formats: wanted,
        kinds: pick('kind of values', kinds, flags.kind),
        drivers: manifests.map((driver) => ({
          ...liveDriver(driver, say, interrupted.signal),
          isAsked: flags.drivers,
        })),
        conditions: CONDITIONS,
        runs: flags.runs,
        seed: flags.seed,
        timeoutMs: flags.timeout,
        known: flags.drivers ? await readInstabilities() : { version: 1, entries: [] },
        progress: say,
        signal: interrupted.signal,
      });
      process.stdout.write(
        flags.json === true
          ? `${JSON.stringify(proof, undefined, 2)}\n`
          : renderProof(proof, { colour: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' }),
      );
      process.exitCode = interrupted.exitCode() ?? (proof.unexpected === 0 ? 0 : 1);
    });
}

/** The formats and variants of those ids; `all`: every format; nothing: those that drivers of the project print. */
function formatsNamed(ids: readonly string[], live: readonly string[]): readonly Format[] {
  if (ids.includes('all')) return formats;
  const named = [...formats, ...variants].map((format) => ({ ...format, name: format.id }));
  return pick('format', named, ids.length === 0 ? live : ids);
}
