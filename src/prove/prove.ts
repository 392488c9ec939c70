/**
 * The ambiguity prover. Formats and kinds of values come in. For each format and kind its model is searched for two different
 * values with one text, the smallest pair of each sort goes to the real driver that prints so, and what that writes decides:
 * the finding is then the driver's. Drivers are also run in other ways, to see whether one value has two texts.
 */
import type { Format } from '../format/index.ts';
import type { Kind } from '../ledger/kind.ts';
import type { Condition } from './conditions.ts';
import { matchInstabilities, type KnownInstabilities } from './known-instabilities.ts';
import type { LiveDriver } from './live-driver.ts';
import {
  PROOF_VERSION,
  type DriverProof,
  type FormatProof,
  type KindVerdict,
  type Proof,
  type Replay,
} from './proof.ts';
import { proveDriver, type Pair } from './prove-driver.ts';
import { searchFormat, type Searched } from './search.ts';
import { shownValue } from './shown-value.ts';

export interface ProveSettings {
  readonly formats: readonly Format[];
  readonly kinds: readonly Kind[];
  readonly drivers: readonly LiveDriver[];
  /** Ways to run them, to see whether one value has two texts. */
  readonly conditions: readonly Condition[];
  /** Arbitrary values of each kind, by themselves and inside a container. */
  readonly runs: number;
  readonly seed: number;
  readonly timeoutMs: number;
  readonly known: KnownInstabilities;
  readonly progress: (message: string) => void;
  /** Stops between two formats, and between two conditions. */
  readonly signal: AbortSignal;
}

/** Searches, replays and judges. Rejects only for defects of printproof itself. */
export async function prove(settings: ProveSettings): Promise<Proof> {
  const { runs, seed, signal } = settings;
  const formats: FormatProof[] = [];
  for (const format of settings.formats) {
    if (signal.aborted) break;
    formats.push(await proveFormat(format, settings));
  }
  const matched = matchInstabilities(
    formats.flatMap(({ driver }) => driver ?? []),
    settings.known,
  );
  const proven = formats.map((one): FormatProof => {
    const driver = matched.drivers.find(({ name }) => name === one.driver?.name);
    return driver === undefined ? one : { ...one, driver };
  });
  const unexpected = proven.reduce((sum, one) => sum + unexpectedOf(one), 0) + matched.stale.length;
  return { proofVersion: PROOF_VERSION, seed, runs, formats: proven, stale: [...matched.stale], unexpected };
}

async function proveFormat(format: Format, settings: ProveSettings): Promise<FormatProof> {
  const { kinds, runs, seed, progress } = settings;
  progress(`${format.id}: looking for two values with one text`);
  const searched = searchFormat(format, { kinds, runs, seed });
  const pairs = searched.flatMap((one) => one.pairs.map(({ left, right }): Pair => [left, right]));
  const live = settings.drivers.find((driver) => driver.format === format.id);
  if (live === undefined) {
    const why = 'no driver of the project prints so';
    return {
      format: format.id,
      kinds: verdicts(
        searched,
        pairs.map((): Replay => ({ kind: 'model only', why })),
      ),
    };
  }
  const { driver, replays } = await proveDriver(live, format, pairs, settings);
  return { format: format.id, driver, kinds: verdicts(searched, replays) };
}

function verdicts(searched: readonly Searched[], replays: readonly Replay[]): KindVerdict[] {
  const rest = [...replays];
  return searched.map((one) => ({
    kind: one.kind,
    position: one.position,
    searched: one.searched,
    undefined: one.undefined,
    verdict: one.pairs.length > 0 ? 'ambiguous' : one.isUndefined ? 'undefined' : 'injective',
    pairs: one.pairs.map(({ shape, text, left, right, found }) => {
      const replay = rest.shift();
      if (replay === undefined) throw new TypeError('Every pair has a replay.');
      const difference = shape.replace(/^one text: /, '');
      return { difference, text, left: shownValue(left), right: shownValue(right), found, replay };
    }),
  }));
}

/** Where a driver does not do what its model, or the file of known instabilities, says. */
function unexpectedOf({ kinds, driver }: FormatProof): number {
  const replays = kinds.flatMap(({ pairs }) => pairs).map(({ replay }) => replay.kind);
  return (
    replays.filter((kind) => kind !== 'one text' && kind !== 'model only').length +
    (driver === undefined ? 0 : unexpectedOfDriver(driver))
  );
}

function unexpectedOfDriver({ state, disagreements, stability }: DriverProof): number {
  const unstable = stability.filter(
    ({ verdict, known, detail }) =>
      verdict === 'broken' ||
      (verdict === 'two texts' && known === undefined) ||
      (verdict === 'but for' && detail === ''),
  );
  return disagreements.length + unstable.length + (state.kind === 'broken' ? 1 : 0);
}
