/**
 * The pipeline, as DESIGN draws it: scenario → backend → driver session → evidence → canonical value → findings → verdict →
 * record. Every planned check is reported, whatever breaks on the way.
 */
import pLimit from 'p-limit';
import type { RunningBackend } from '../backend/backend.ts';
import { matchKnown } from '../verdict/known.ts';
import type { RunRecord } from '../verdict/record.ts';
import { account, sessionCheck } from './account.ts';
import type { Exploration } from './generate/exploration.ts';
import { planGenerated } from './generate/plan-generated.ts';
import { closeDrivers, openDrivers, readyDrivers } from './open-drivers.ts';
import { planChecks } from './plan.ts';
import { recordRun } from './record-run.ts';
import type { RunSettings } from './run-settings.ts';
import { runScenario, type ReadyDriver, type ScenarioOutcome } from './run-scenario.ts';
import { stopwatch } from './stopwatch.ts';

/** Scenarios in flight at once: enough to keep every driver busy, few enough for two cores. */
const SCENARIOS_AT_ONCE = 4;

/** Runs scenarios through drivers on a backend. */
export async function run(settings: RunSettings): Promise<RunRecord> {
  const watch = stopwatch();
  const names = settings.participants.map(({ name }) => name);

  // 1. Plan: every check that will be reported.
  const plan = [
    ...planChecks(settings.scenarios, names),
    ...settings.generators.flatMap((one) => planGenerated(one, settings.participants, settings.known)),
    ...names.map(sessionCheck),
  ];

  // 2. Start the backend and, side by side, every driver.
  await using backend = await watch.time('start the backend', settings.backend.start());
  settings.progress(`The backend answers: ${backend.name}`);
  const drivers = await watch.time(
    'start the drivers',
    openDrivers(settings.participants, settings.progress, settings.signal),
  );
  // An interrupted run does not wait for answers: what is in flight was not run.
  settings.signal.addEventListener('abort', () => void closeDrivers(drivers));
  try {
    // 3. Live through the scenarios, each with every driver that is ready, and judge what the witnesses say.
    const ready = readyDrivers(drivers);
    const outcomes = await watch.time('run the scenarios', runAll(settings, ready, backend));

    // 4. Let generated scenarios look for what nobody thought of.
    const explorations = await watch.time(
      'run the generated scenarios',
      exploreAll(settings, ready, backend),
    );

    // 5. Account for every planned check, and look up what was expected to fail.
    await closeDrivers(drivers);
    const found = [...outcomes, ...explorations].flatMap(({ judged }) => judged);
    const judged = account(plan, drivers, found, settings.signal.aborted);
    const versions = new Map(ready.map(({ name, version }) => [name, version]));
    const matched = matchKnown(judged, settings.known, versions);
    return recordRun(settings, { plan, drivers, outcomes, explorations, matched, watch });
  } finally {
    await closeDrivers(drivers);
  }
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
      if (!signal.aborted) progress(`✓ ${scenario.name} on ${drivers.length} drivers`);
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
