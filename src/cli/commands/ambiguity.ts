import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { describeBreakdown, openDriver, type DriverFolder, type Preparation } from '../../driver/index.ts';
import { formats, variants, type Format } from '../../format/index.ts';
import { kinds } from '../../ledger/kinds.ts';
import { knownInstabilities, type KnownInstabilities } from '../../prove/known-instabilities.ts';
import type { LiveDriver } from '../../prove/live-driver.ts';
import { prove } from '../../prove/prove.ts';
import { renderProof } from '../../prove/render.ts';
import type { Opening } from '../../run/participant.ts';
import { integer, list, positive } from '../flag-values.ts';
import { interruption } from '../interruption.ts';
import { prepareDriver, readManifests } from '../participants.ts';
import { pick } from '../pick.ts';

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
const KNOWN = fileURLToPath(new URL('../../../fixtures/known-instabilities.json', import.meta.url));

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
        drivers: manifests.map((driver) => liveDriver(driver, flags.drivers, say, interrupted.signal)),
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

/** A driver folder whose shim can be started in any environment; it is set up the first time. */
function liveDriver(
  driver: DriverFolder,
  isAsked: boolean,
  say: (message: string) => void,
  signal: AbortSignal,
): LiveDriver {
  const { name, title, format } = driver.manifest;
  let preparation: Promise<Preparation> | undefined;
  return {
    name,
    title,
    format,
    ...(isAsked ? {} : { isAsked }),
    open: async (env) => {
      preparation ??= prepareDriver(driver, say, { signal });
      return openIn(await preparation, env);
    },
  };
}

async function openIn(preparation: Preparation, env: Readonly<Record<string, string>>): Promise<Opening> {
  switch (preparation.state) {
    case 'unavailable': {
      const [{ what, why, get }] = preparation.missing;
      return { kind: 'unavailable', missing: `${what}: ${why}`, get };
    }
    case 'broken':
      return { kind: 'broken', problem: `"${preparation.step}" failed:\n${preparation.output}` };
    case 'ready': {
      const opening = await openDriver(preparation, {}, env);
      return opening.ok
        ? { kind: 'ready', session: opening.session }
        : { kind: 'broken', problem: `${describeBreakdown(opening.failure)}\n${opening.noise}`.trim() };
    }
  }
}

/** The instabilities that are known; our own file, so that a mistake in it is our defect. */
async function readInstabilities(): Promise<KnownInstabilities> {
  return knownInstabilities.parse(JSON.parse(await readFile(KNOWN, 'utf8')));
}
