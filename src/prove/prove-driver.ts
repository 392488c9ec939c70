import type { Format } from '../format/index.ts';
import { inWordsOf } from '../ledger/in-generation.ts';
import { kinds } from '../ledger/kinds.ts';
import { build, type Value } from '../value/index.ts';
import { startAnswering, type AnsweringBackend } from './answering-backend.ts';
import type { Condition } from './conditions.ts';
import { disagreements } from './hold-against-model.ts';
import { bothOf, samenessOf, type Twice } from './instability.ts';
import { realPrints, type LiveDriver, type RealPrint } from './live-driver.ts';
import type { DriverProof, Replay, Stability } from './proof.ts';
import { replayOf } from './replay.ts';
import type { Session } from '../driver/driver.ts';

export interface DriverSettings {
  /** Ways to run the driver; those that are for other drivers are left out. */
  readonly conditions: readonly Condition[];
  readonly timeoutMs: number;
  readonly progress: (message: string) => void;
  readonly signal: AbortSignal;
}

/** What a driver showed, and what became of each pair, in the order of the pairs. */
export interface Proven {
  readonly driver: DriverProof;
  readonly replays: readonly Replay[];
}

export type Pair = readonly [left: Value, right: Value];

/**
 * Puts a format's pairs to its driver, holds the directed values against the model, and prints them again under every
 * condition, each in a process of its own.
 */
export async function proveDriver(
  live: LiveDriver,
  format: Format,
  pairs: readonly Pair[],
  settings: DriverSettings,
): Promise<Proven> {
  const { name, title } = live;
  const unasked = { name, title, version: '', held: 0, disagreements: [], stability: [] };
  if (!live.isAsked)
    return {
      driver: { ...unasked, state: { kind: 'not asked' } },
      replays: pairs.map(() => ({ kind: 'model only', why: `${title} was not asked` })),
    };
  const opening = await live.open({});
  if (opening.kind !== 'ready') {
    const why = opening.kind === 'unavailable' ? opening.missing : opening.problem;
    const replays = pairs.map((): Replay => ({
      kind: 'model only',
      why: `${title} is ${opening.kind}: ${why}`,
    }));
    return { driver: { ...unasked, state: opening }, replays };
  }
  const values = directedValues(format);
  await using session = opening.session;
  await using backend = await startAnswering();
  const asked = { session, backend, format, ...settings };
  const prints = await ask(asked, [...pairs.flat(), ...values]);
  const replays = pairs.map((_, index) => {
    const [left, right] = prints.slice(2 * index, 2 * index + 2);
    if (left === undefined || right === undefined) throw new TypeError('A pair has two prints.');
    return replayOf(format, left, right);
  });
  const held = prints.slice(2 * pairs.length);
  const { driver, runtime, locale, timeZone } = session.hello;
  const again = await ask(asked, values);
  const within = { env: {}, locale, timeZone };
  const stability: Stability[] = [
    { condition: 'printed again', ...within, ...samenessOf(format, values, held.map(bothOf)) },
    { condition: 'asked again', ...within, ...samenessOf(format, values, zip(held, again)) },
  ];
  for (const condition of settings.conditions.filter(
    ({ only }) => only === undefined || only.includes(name),
  )) {
    if (settings.signal.aborted) break;
    settings.progress(`${title}: ${condition.name}`);
    stability.push(await under(condition, live, held, values, { ...asked }));
  }
  return {
    driver: {
      name,
      title,
      version: driver.version,
      state: { kind: 'ran', runtime: `${runtime.name} ${runtime.version}`, locale, timeZone },
      held: held.length,
      disagreements: [...disagreements(format, values, held)],
      stability,
    },
    replays,
  };
}

interface Asked extends DriverSettings {
  readonly session: Session;
  readonly backend: AnsweringBackend;
  readonly format: Format;
}

async function under(
  condition: Condition,
  live: LiveDriver,
  usual: readonly RealPrint[],
  values: readonly Value[],
  asked: Asked,
): Promise<Stability> {
  const { name, env } = condition;
  const opening = await live.open(env);
  if (opening.kind !== 'ready') {
    const detail = opening.kind === 'unavailable' ? opening.missing : opening.problem;
    return { condition: name, env, locale: '', timeZone: '', values: 0, verdict: 'broken', detail };
  }
  await using session = opening.session;
  const { locale, timeZone } = session.hello;
  const prints = await ask({ ...asked, session }, values);
  return { condition: name, env, locale, timeZone, ...samenessOf(asked.format, values, zip(usual, prints)) };
}

function ask(
  { session, backend, format, timeoutMs }: Asked,
  values: readonly Value[],
): Promise<readonly RealPrint[]> {
  return realPrints(values, { session, backend, generation: format.about.generation, timeoutMs });
}

function zip(left: readonly RealPrint[], right: readonly RealPrint[]): readonly Twice[] {
  return left.flatMap((one, index): Twice[] => {
    const other = right[index];
    return other === undefined ? [] : [[one, other]];
  });
}

/** Enough keys for a hash map of any language to need several tables. */
const KEYS = 20;

/** The directed values of every kind, and objects whose keys a hash map could bring into any order. */
function directedValues(format: Format): readonly Value[] {
  const keys = Array.from({ length: KEYS }, (_, index) => `key ${(index * 7) % KEYS}`);
  const many = build.obj(keys.map((key, index) => [key, build.long(index)]));
  const values = [...kinds.flatMap(({ directed }) => directed), many, build.arr([many, many])];
  return values.flatMap((value) => inWordsOf(value, format.about.generation) ?? []);
}
