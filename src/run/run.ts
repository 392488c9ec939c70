/**
 * The pipeline, as DESIGN draws it: scenario → backend → driver session → evidence → canonical value → findings → verdict →
 * record. Every planned check is reported, whatever breaks on the way.
 */
import pLimit from 'p-limit';
import type { Backend, RunningBackend } from '../backend/backend.ts';
import type { Session } from '../driver/driver.ts';
import type { Format } from '../format/format.ts';
import { formatOf } from '../format/index.ts';
import { redactSecrets } from '../report/secrets.ts';
import type { Scenario } from '../scenario/index.ts';
import type { KnownDivergences } from '../verdict/known.ts';
import { matchKnown, type Judged } from '../verdict/known.ts';
import { RECORD_VERSION, type DriverRecord, type RunRecord } from '../verdict/record.ts';
import { checkName, type Check } from '../verdict/verdict.ts';
import type { Participant } from './participant.ts';
import type { Exploration } from './generate/explore.ts';
import type { AnyGenerator } from './generate/generators.ts';
import { planGenerated } from './generate/plan-generated.ts';
import { planChecks } from './plan.ts';
import { runScenario, type ReadyDriver, type ScenarioOutcome } from './run-scenario.ts';
import { totalsOf } from './totals.ts';

/** Scenarios in flight at once: enough to keep every driver busy, few enough for two cores. */
const SCENARIOS_AT_ONCE = 4;

export interface RunSettings {
  readonly scenarios: readonly Scenario[];
  readonly generators: readonly AnyGenerator[];
  readonly participants: readonly Participant[];
  readonly backend: Backend;
  readonly known: KnownDivergences;
  readonly seed: number;
  /** Path of one counter-example of a generated scenario; absent: search. */
  readonly path?: string;
  readonly timeoutMs: number;
  readonly version: string;
  /** Told what is going on, for people: a driver is set up, a scenario is done. */
  readonly progress: (message: string) => void;
  /** When it fires, what has not run yet is reported as not run. */
  readonly signal: AbortSignal;
}

/** Runs scenarios through drivers on a backend. */
export async function run(settings: RunSettings): Promise<RunRecord> {
  const startedAt = new Date();
  const stages: { name: string; durationMs: number }[] = [];
  const stage = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const start = performance.now();
    const result = await work();
    stages.push({ name, durationMs: Math.round(performance.now() - start) });
    return result;
  };

  // 1. Plan: every check that will be reported.
  const names = settings.participants.map(({ name }) => name);
  const plan = [
    ...planChecks(settings.scenarios, names),
    ...settings.generators.flatMap(({ name }) => planGenerated(name, settings.participants, settings.known)),
  ];

  // 2. Start the backend and, side by side, every driver.
  await using backend = await stage('start the backend', () => settings.backend.start());
  settings.progress(`The backend answers: ${backend.name}`);
  const drivers = await stage('start the drivers', () => openAll(settings));
  await using _sessions = closing(drivers);

  // 3. Live through the scenarios, each with every driver that is ready, and judge what the witnesses say.
  const ready = readyOf(drivers);
  const outcomes = await stage('run the scenarios', () => runAll(settings, ready, backend));

  // 4. Let generated scenarios look for what nobody thought of.
  const explorations = await stage('run the generated scenarios', () => exploreAll(settings, ready, backend));

  // 5. Look up what was expected to fail, and account for every planned check.
  const judged = account(plan, drivers, [...outcomes, ...explorations], settings.signal);
  const { results, stale } = matchKnown(judged, settings.known, versionsOf(drivers));

  return {
    tool: { name: 'printproof', version: settings.version },
    recordVersion: RECORD_VERSION,
    seed: settings.seed,
    backend: settings.backend.name,
    drivers: drivers.map(({ record }) => record),
    scenarios: settings.scenarios.map(({ name, title, page, steps }) => ({
      name,
      title,
      ...(page === undefined ? {} : { page }),
      steps: steps.map((step) => step.name),
    })),
    cases: outcomes.flatMap(({ cases }) => cases),
    results,
    discoveries: explorations.flatMap(({ discoveries }) => discoveries),
    divergences: settings.known.entries
      .filter(({ id }) => results.some(({ known }) => known === id))
      .map(({ id, reason }) => ({ id, reason })),
    stale,
    totals: totalsOf(plan, results),
    volatile: {
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
      stages,
      prints: Object.fromEntries(outcomes.flatMap(({ prints }) => prints)),
      noise: Object.fromEntries(
        drivers.flatMap(({ record, session }) =>
          session === undefined ? [] : [[record.name, redactSecrets(session.noise)]],
        ),
      ),
    },
  };
}

/** A driver as it takes part: its record, and its session where it has one. */
export interface OpenDriver {
  readonly record: DriverRecord;
  readonly session: Session | undefined;
}

async function openAll({ participants, progress }: RunSettings): Promise<OpenDriver[]> {
  return Promise.all(
    participants.map(async (participant): Promise<OpenDriver> => {
      const { name, title, version, format } = participant;
      const described = { name, title, package: participant.package, version, format };
      if (formatOf(format) === undefined)
        return {
          record: { ...described, state: { kind: 'broken', problem: unknownFormat(format) } },
          session: undefined,
        };
      const opening = await participant.open(progress);
      if (opening.kind !== 'ready') return { record: { ...described, state: opening }, session: undefined };
      const { hello } = opening.session;
      return {
        record: {
          ...described,
          version: hello.driver.version,
          state: {
            kind: 'ran',
            runtime: `${hello.runtime.name} ${hello.runtime.version}`,
            platform: hello.platform,
            locale: hello.locale,
            timeZone: hello.timeZone,
          },
        },
        session: opening.session,
      };
    }),
  );
}

/** `openAll` opens no driver whose format is unknown. */
function knownFormat(id: string): Format {
  const format = formatOf(id);
  if (format === undefined) throw new TypeError(unknownFormat(id));
  return format;
}

function unknownFormat(id: string): string {
  return `Its driver.json names the format "${id}", which printproof does not know.`;
}

function closing(drivers: readonly OpenDriver[]): AsyncDisposable {
  return {
    [Symbol.asyncDispose]: async () => {
      await Promise.all(drivers.map(({ session }) => session?.stop()));
    },
  };
}

function readyOf(drivers: readonly OpenDriver[]): readonly ReadyDriver[] {
  return drivers.flatMap(({ record: { name, version, format }, session }) =>
    session === undefined ? [] : [{ name, version, session, format: knownFormat(format) }],
  );
}

async function runAll(
  { scenarios, timeoutMs, progress, signal }: RunSettings,
  drivers: readonly ReadyDriver[],
  backend: RunningBackend,
): Promise<readonly ScenarioOutcome[]> {
  const limit = pLimit(SCENARIOS_AT_ONCE);
  const outcomes = scenarios.map((scenario) =>
    limit(async () => {
      if (signal.aborted) return undefined;
      const outcome = await runScenario(scenario, drivers, { backend, timeoutMs });
      progress(`✓ ${scenario.name} on ${drivers.length} drivers`);
      return outcome;
    }),
  );
  return (await Promise.all(outcomes)).filter((outcome) => outcome !== undefined);
}

/** One after the other: a counter-example shrinks by asking all drivers again and again. */
async function exploreAll(
  { generators, timeoutMs, seed, path, known, signal, progress }: RunSettings,
  drivers: readonly ReadyDriver[],
  backend: RunningBackend,
): Promise<readonly Exploration[]> {
  const explorations: Exploration[] = [];
  for (const generator of generators) {
    if (signal.aborted) break;
    progress(`▸ ${generator.name} with seed ${seed} …`);
    const settings = { backend, timeoutMs, seed, known, signal, ...(path === undefined ? {} : { path }) };
    const exploration = await generator.explore(drivers, settings);
    explorations.push(exploration);
    progress(`✓ ${generator.name}: ${exploration.discoveries.length} new findings`);
  }
  return explorations;
}

/** Gives every planned check its result, in plan order. */
function account(
  plan: readonly Check[],
  drivers: readonly OpenDriver[],
  outcomes: readonly { readonly judged: readonly Judged[] }[],
  signal: AbortSignal,
): Judged[] {
  const states = new Map(drivers.map(({ record }) => [record.name, record.state]));
  const judgements = new Map(
    outcomes.flatMap(({ judged }) => judged).map((one) => [checkName(one.check), one]),
  );
  return plan.map((check): Judged => {
    const found = judgements.get(checkName(check));
    if (found !== undefined) return found;
    const state = states.get(check.driver);
    if (state?.kind === 'unavailable') {
      const detail = `${state.missing}. ${state.get}`;
      return {
        check,
        verdict: 'unavailable',
        finding: { move: 'environment', shape: 'unavailable', detail },
      };
    }
    if (state?.kind === 'broken')
      return { check, verdict: 'broken', finding: { move: 'shim', shape: 'broken', detail: state.problem } };
    const detail = signal.aborted ? 'The run was interrupted.' : 'Nothing reported it.';
    return { check, verdict: 'not run', finding: { move: 'environment', shape: 'not run', detail } };
  });
}

function versionsOf(drivers: readonly OpenDriver[]): ReadonlyMap<string, string> {
  return new Map(
    drivers.flatMap(({ record, session }) => (session === undefined ? [] : [[record.name, record.version]])),
  );
}
